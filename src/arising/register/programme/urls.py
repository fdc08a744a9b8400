"""The addresses of packs and trackers."""

from django.urls import path

from arising.register.programme.views import packs, trackers

urlpatterns = [
    path("packs/<slug:body>/", packs.pack, name="pack"),
    path("packs/<slug:body>.md", packs.pack_markdown, name="pack-markdown"),
    path("packs/<slug:body>.docx", packs.pack_word, name="pack-word"),
    path("trackers/<slug:body>/", trackers.tracker, name="tracker"),
    path("trackers/<slug:body>/import/", trackers.bring_back, name="bring-tracker-back"),
    path("trackers/<slug:body>/import/<int:pk>/", trackers.tracker_import, name="tracker-import"),
    path("trackers/<slug:body>/import/<int:pk>/left-out.csv", trackers.left_out, name="tracker-import-left-out"),
    path("trackers/<slug:body>.xlsx", trackers.tracker_excel, name="tracker-excel"),
    path("trackers/<slug:body>.csv", trackers.tracker_csv, name="tracker-csv"),
    path("obligations.xlsx", trackers.tracker_excel, name="obligations-excel"),
    path("obligations.csv", trackers.tracker_csv, name="obligations-csv"),
]
