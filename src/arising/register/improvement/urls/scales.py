"""The addresses of distance travelled and of audits."""

from django.urls import path, re_path

from arising.register.improvement.views import audits, workforce
from arising.register.improvement.views.scales import answering, keeping, pages, rounds

urlpatterns = [
    path("improvement/<slug:council>/distance/", pages.distance, name="distance"),
    path("improvement/<slug:council>/distance.csv", pages.distance_csv, name="distance-csv"),
    path("improvement/<slug:council>/distance.pdf", pages.distance_pdf, name="distance-pdf"),
    re_path(
        r"^improvement/(?P<council>[-\w]+)/distance\.(?P<form>svg|png)$", pages.distance_chart, name="distance-chart"
    ),
    path("improvement/<slug:council>/scales/add/", keeping.add_scale, name="add-scale"),
    path("improvement/scales/<int:pk>/", pages.scale, name="scale"),
    re_path(r"^improvement/scales/(?P<pk>\d{1,9})\.(?P<form>svg|png)$", pages.scale_chart, name="scale-chart"),
    path("improvement/scales/<int:pk>/change/", keeping.change_scale, name="change-scale"),
    path("improvement/scales/<int:pk>/follow/", keeping.follow_scale, name="follow-scale"),
    path("improvement/scales/<int:pk>/beside/add/", keeping.put_beside, name="put-beside"),
    path("improvement/scales/beside/<int:pk>/drop/", keeping.take_from_beside, name="take-from-beside"),
    path("improvement/<slug:council>/scoring-groups/", keeping.scoring_groups, name="scoring-groups"),
    path("improvement/<slug:council>/scoring-groups/add/", keeping.add_group, name="add-scoring-group"),
    path("improvement/scoring-groups/<int:pk>/", keeping.resize_group, name="resize-scoring-group"),
    path("improvement/<slug:council>/scorings/add/", rounds.add_round, name="add-scoring-round"),
    path("improvement/scorings/<int:pk>/", rounds.scoring_round, name="scoring-round"),
    path("improvement/scorings/<int:pk>/extend/", rounds.extend_round, name="extend-scoring-round"),
    path("improvement/scorings/<int:pk>/close/", rounds.close_round, name="close-scoring-round"),
    path("improvement/scorings/<int:pk>/links/<int:group>/", rounds.make_links, name="make-scoring-links"),
    path("improvement/scorings/<int:pk>/mail/<int:group>/", rounds.send_links, name="send-scoring-links"),
    path("improvement/scorings/<int:pk>/type-in/<int:group>/", rounds.type_scores_in, name="type-scores-in"),
    path("improvement/scorings/sheets/<int:pk>/take-back/", rounds.take_back, name="take-sheet-back"),
    path("improvement/scores/<int:pk>/evidence/", rounds.show_evidence, name="show-score-evidence"),
    path("improvement/<slug:council>/audits/", audits.audits_page, name="audits"),
    path("improvement/<slug:council>/audits.csv", audits.audits_csv, name="audits-csv"),
    re_path(r"^improvement/(?P<council>[-\w]+)/audits\.(?P<form>svg|png)$", audits.audits_chart, name="audits-chart"),
    path("improvement/<slug:council>/audits/add/", audits.add_audits, name="add-audits"),
    path("improvement/audits/<int:pk>/", audits.audits, name="audit"),
    re_path(r"^improvement/audits/(?P<pk>\d{1,9})\.(?P<form>svg|png)$", audits.funnel_chart, name="audit-chart"),
    path("improvement/audits/<int:pk>/results/", audits.bring_audits, name="bring-audits"),
    path("improvement/audits/<int:pk>/evidence/", audits.audits_as_evidence, name="audits-as-evidence"),
    path("improvement/audits/<int:pk>/drop/", audits.drop_audits, name="drop-audits"),
    path("improvement/<slug:council>/workforce/", workforce.workforce, name="workforce"),
    path("improvement/<slug:council>/workforce.csv", workforce.workforce_csv, name="workforce-csv"),
    re_path(
        r"^improvement/(?P<council>[-\w]+)/workforce/recruitment\.(?P<form>svg|png)$",
        workforce.cohorts_chart,
        name="cohorts-chart",
    ),
    re_path(
        r"^improvement/(?P<council>[-\w]+)/workforce/costs\.(?P<form>svg|png)$",
        workforce.costs_chart,
        name="costs-chart",
    ),
    path("improvement/<slug:council>/workforce/cohorts/add/", workforce.add_cohort, name="add-cohort"),
    path("improvement/<slug:council>/workforce/costs/add/", workforce.record_cost, name="record-cost"),
    path("improvement/cohorts/<int:pk>/count/", workforce.count_cohort, name="count-cohort"),
    path("improvement/cohorts/<int:pk>/drop/", workforce.drop_cohort, name="drop-cohort"),
    path("score/", answering.scored, name="scored"),
    path("score/<str:token>/", answering.score, name="score"),
]
