"""The addresses of inspections, visits, directions and the national table."""

from django.urls import path, re_path

from arising.register.improvement.views import directions, national
from arising.register.improvement.views.inspections import files
from arising.register.improvement.views.inspections import pages as inspections

urlpatterns = [
    path("improvement/national/", national.national_grades, name="national-grades"),
    path("improvement/national/authorities.csv", files.national_csv, name="national-grades-csv"),
    path("improvement/national/<int:pk>/odd.csv", files.odd_csv, name="national-table-odd-csv"),
    path("improvement/national/outcomes/add/", national.type_outcome, name="type-outcome"),
    path("improvement/national/outcomes/<int:pk>/drop/", national.drop_outcome, name="drop-outcome"),
    path("improvement/national/add/", national.bring_national_table, name="bring-national-table"),
    path("improvement/national/<int:pk>/", national.national_table, name="national-table"),
    path("improvement/national/<int:pk>/drop/", national.drop_national_table, name="drop-national-table"),
    path("improvement/national/<int:pk>/file/", national.national_table_file, name="national-table-file"),
    path("improvement/inspections/<int:pk>/", inspections.inspection, name="inspection"),
    re_path(
        r"^improvement/inspections/(?P<pk>\d+)/inspection\.(?P<form>csv|xlsx)$",
        files.inspection_file,
        name="inspection-file",
    ),
    path("improvement/inspections/<int:pk>/change/", inspections.change_inspection, name="change-inspection"),
    path("improvement/inspections/<int:pk>/held/", inspections.hold_visit, name="hold-visit"),
    path("improvement/inspections/<int:pk>/letter/", inspections.add_letter, name="add-letter"),
    path("improvement/inspections/<int:pk>/cancel/", inspections.cancel_visit, name="cancel-visit"),
    path("improvement/inspections/<int:pk>/owe/", inspections.owe_deadlines, name="owe-deadlines"),
    path("improvement/inspections/<int:pk>/judgements/add/", inspections.type_judgement, name="type-judgement"),
    path("improvement/inspections/<int:pk>/findings/add/", inspections.type_finding, name="type-finding"),
    path("improvement/directions/<int:pk>/", directions.direction, name="direction"),
    path("improvement/directions/<int:pk>/direction.csv", files.direction_csv, name="direction-csv"),
    path("improvement/directions/<int:pk>/revise/", directions.revise_direction, name="revise-direction"),
    path("improvement/directions/<int:pk>/lift/", directions.lift_direction, name="lift-direction"),
    path("improvement/directions/<int:pk>/owe/", directions.owe_reviews, name="owe-reviews"),
    path("improvement/directions/<int:pk>/reviews/add/", directions.add_review, name="add-review"),
    path("improvement/requirements/<int:pk>/", directions.change_requirement, name="change-requirement"),
    path("improvement/reviews/<int:pk>/", directions.move_review, name="move-review"),
    path("improvement/<slug:council>/inspections/", inspections.inspections, name="inspections"),
    re_path(
        r"^improvement/(?P<council>[-\w]+)/inspections/inspections\.(?P<form>csv|xlsx)$",
        files.inspections_file,
        name="inspections-file",
    ),
    path("improvement/<slug:council>/inspections/visits.csv", files.visits_csv, name="visits-csv"),
    path("improvement/<slug:council>/inspections/similar.csv", files.neighbours_csv, name="neighbours-csv"),
    path("improvement/<slug:council>/inspections/send.csv", files.send_csv, name="send-csv"),
    path("improvement/<slug:council>/directions/directions.csv", files.directions_csv, name="directions-csv"),
    path("improvement/<slug:council>/inspections/add/", inspections.add_inspection, name="add-inspection"),
    path("improvement/<slug:council>/inspections/bring/", inspections.bring_inspection, name="bring-inspection"),
    path("improvement/<slug:council>/visits/plan/", inspections.plan_visit, name="plan-visit"),
    path("improvement/<slug:council>/directions/", directions.directions, name="directions"),
    path("improvement/<slug:council>/directions/add/", directions.add_direction, name="add-direction"),
]
