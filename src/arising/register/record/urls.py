"""The addresses of the record."""

from django.urls import path

from arising.register.record.views import lists, names, pages

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
    path("sources/", pages.sources, name="sources"),
    path("sources/<int:pk>/", pages.source, name="source"),
    path("sources/<int:pk>/text/", pages.source_text, name="source-text"),
    path("sources/<int:pk>/original/", pages.original, name="source-original"),
]
