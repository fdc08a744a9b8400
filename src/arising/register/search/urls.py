"""The addresses of the search page, of feeds, of the searches that people keep, and of the link that
stops their mails."""

from django.urls import path

from arising.register.search.views import feeds, finding, saved

urlpatterns = [
    path("search/", finding.search, name="search"),
    path("feeds/search/", feeds.search, name="search-feed"),
    path("feeds/bodies/<slug:body>/", feeds.body, name="body-feed"),
    path("feeds/matters/<slug:slug>/", feeds.matter, name="matter-feed"),
    path("feeds/owners/<int:pk>/", feeds.owner, name="owner-feed"),
    path("my/searches/", saved.searches, name="my-searches"),
    path("my/searches/add/", saved.add, name="save-search"),
    path("my/searches/<int:pk>/", saved.amend, name="my-search"),
    path("my/searches/<int:pk>/delete/", saved.delete, name="delete-search"),
    path("alerts/stop/<str:token>/", saved.stop, name="stop-alerts"),
]
