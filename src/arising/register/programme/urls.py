"""The addresses of packs, work programmes and calendars."""

from django.urls import path

from arising.register.programme.views import calendars, packs, planning

urlpatterns = [
    path("packs/<slug:body>/", packs.pack, name="pack"),
    path("packs/<slug:body>.md", packs.pack_markdown, name="pack-markdown"),
    path("packs/<slug:body>.docx", packs.pack_word, name="pack-word"),
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
]
