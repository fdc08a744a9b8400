"""The addresses of the record."""

from django.urls import path

from arising.register.record.views import adding, lists, names, pages, review, review_rules

urlpatterns = [
    path("bodies/<slug:body>/", pages.body, name="body"),
    path("bodies/<slug:body>/<slug:meeting>/", pages.meeting, name="meeting"),
    path("bodies/<slug:body>/<slug:meeting>/<slug:item>/", pages.item, name="item"),
    path("commitments/", lists.commitments, name="commitments"),
    path("decisions/", lists.decisions, name="decisions"),
    path("figures/", lists.figures, name="figures"),
    path("people/", lists.people, name="people"),
    path("people/<slug:slug>/", pages.person, name="person"),
    path("people/<slug:slug>/name/", names.person_name, name="person-name"),
    path("review/", review.review, name="review"),
    path("review/keys/", review.keys, name="review-keys"),
    path("review/rules/", review_rules.rules, name="review-rules"),
    path("review/rules/together/", review_rules.together, name="review-together"),
    path("review/undo/<int:pk>/", review.undo, name="review-undo"),
    path("review/<slug:kind>/<int:pk>/", review.finding, name="review-finding"),
    path("sources/", pages.sources, name="sources"),
    path("sources/add/", adding.add, name="add-sources"),
    path("sources/<int:pk>/", pages.source, name="source"),
    path("sources/<int:pk>/text/", pages.source_text, name="source-text"),
    path("sources/<int:pk>/original/", pages.original, name="source-original"),
]
