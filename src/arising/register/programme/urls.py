"""The addresses of packs, work programmes, trackers and calendars."""

from django.urls import path, register_converter

from arising.register.programme import printing
from arising.register.programme.views import calendars, packs, planning, trackers


class FormConverter:
    """How the name of a file ends: one of the forms of the pack."""

    regex = "|".join(printing.FORMS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FormConverter, "form")

urlpatterns = [
    path("packs/<slug:body>/", packs.pack, name="pack"),
    path("packs/<slug:body>.<form:form>", packs.pack_file, name="pack-file"),
    path("packs/<slug:body>/<slug:meeting>/", packs.pack, name="meeting-pack"),
    path("packs/<slug:body>/<slug:meeting>.<form:form>", packs.pack_file, name="meeting-pack-file"),
    path("programme/<slug:body>/", planning.programme, name="programme"),
    path("programme/<slug:body>.csv", planning.programme_file, name="programme-csv"),
    path("programme/<slug:body>.ics", calendars.body_calendar, name="programme-calendar"),
    path("programme/<slug:body>/meetings/add/", planning.plan, name="plan-meeting"),
    path("programme/<slug:body>/meetings/<slug:meeting>/", planning.agenda, name="agenda"),
    path("programme/<slug:body>/meetings/<slug:meeting>/change/", planning.change_plan, name="change-plan"),
    path("programme/<slug:body>/meetings/<slug:meeting>/cancel/", planning.cancel, name="cancel-meeting"),
    path("programme/<slug:body>/items/add/", planning.add, name="add-programme-item"),
    path("programme/items/<int:pk>/", planning.item, name="programme-item"),
    path("programme/items/<int:pk>/change/", planning.change, name="change-programme-item"),
    path("programme/items/<int:pk>/move/", planning.move, name="move-programme-item"),
    path("programme/items/<int:pk>/end/", planning.end, name="end-programme-item"),
    path("programme/items/<int:pk>/restore/", planning.restore, name="restore-programme-item"),
    path("my/obligations.ics", calendars.own_calendar, name="my-calendar"),
    path("trackers/<slug:body>/", trackers.tracker, name="tracker"),
    path("trackers/<slug:body>/import/", trackers.bring_back, name="bring-tracker-back"),
    path("trackers/<slug:body>/import/<int:pk>/", trackers.tracker_import, name="tracker-import"),
    path("trackers/<slug:body>/import/<int:pk>/left-out.csv", trackers.left_out, name="tracker-import-left-out"),
    path("trackers/<slug:body>.xlsx", trackers.tracker_excel, name="tracker-excel"),
    path("trackers/<slug:body>.csv", trackers.tracker_csv, name="tracker-csv"),
    path("obligations.xlsx", trackers.tracker_excel, name="obligations-excel"),
    path("obligations.csv", trackers.tracker_csv, name="obligations-csv"),
]
