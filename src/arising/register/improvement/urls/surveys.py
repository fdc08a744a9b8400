"""The addresses of surveys, engagement and members’ training."""

from django.urls import path, re_path

from arising.register.improvement.views import engagement, training
from arising.register.improvement.views.surveys import asking, files, pages, rounds

urlpatterns = [
    path("improvement/<slug:council>/surveys/", pages.surveys, name="surveys"),
    path("improvement/<slug:council>/surveys/add/", asking.add_survey, name="add-survey"),
    path("surveys/<int:pk>/", pages.survey, name="survey"),
    path("surveys/<int:pk>/survey.csv", files.survey_csv, name="survey-csv"),
    path("surveys/<int:pk>/change/", asking.change_survey, name="change-survey"),
    path("surveys/<int:pk>/remove/", asking.remove_survey, name="remove-survey"),
    path("surveys/<int:pk>/questions/add/", asking.add_question, name="add-question"),
    path("surveys/<int:pk>/rounds/add/", rounds.add_round, name="add-round"),
    path("survey-questions/<int:pk>/reword/", asking.reword_question, name="reword-question"),
    path("survey-questions/<int:pk>/remove/", asking.remove_question, name="remove-question"),
    re_path(r"^survey-questions/(?P<pk>\d+)/chart\.(?P<form>svg|png)$", pages.question_chart, name="question-chart"),
    path("survey-rounds/<int:pk>/", pages.survey_round, name="survey-round"),
    path("survey-rounds/<int:pk>/change/", rounds.change_round, name="change-round"),
    path("survey-rounds/<int:pk>/remove/", rounds.remove_round, name="remove-round"),
    path("survey-rounds/<int:pk>/counts/", rounds.type_counts_in, name="type-counts-in"),
    path("survey-rounds/<int:pk>/bring/", files.bring_counts, name="bring-counts"),
    path("survey-rounds/<int:pk>/evidence/", rounds.make_evidence, name="round-evidence"),
    re_path(r"^survey-rounds/(?P<pk>\d+)/counts\.(?P<form>csv|xlsx)$", files.round_file, name="round-file"),
    path("training/<slug:body>/", training.training, name="training"),
    path("training/<slug:body>/training.csv", training.training_csv, name="training-csv"),
    path("training/<slug:body>/add/", training.add_occasion, name="add-occasion"),
    path("occasions/<int:pk>/", training.occasion, name="occasion"),
    path("occasions/<int:pk>/change/", training.change_occasion, name="change-occasion"),
    path("occasions/<int:pk>/remove/", training.remove_occasion, name="remove-occasion"),
    path("occasions/<int:pk>/people/", training.took_part, name="took-part"),
    path("occasions/<int:pk>/led-to/", training.add_led_to, name="add-led-to"),
    path("led-to/<int:pk>/remove/", training.remove_led_to, name="remove-led-to"),
    path("improvement/<slug:council>/engagement/", engagement.engagement, name="engagement"),
    path("improvement/<slug:council>/engagement/log.csv", engagement.engagement_csv, name="engagement-csv"),
    path("improvement/<slug:council>/engagement/add/", engagement.log_engagement, name="log-engagement"),
    path("engagement/<int:pk>/", engagement.heard, name="heard"),
    path("engagement/<int:pk>/change/", engagement.change_engagement, name="change-engagement"),
    path("engagement/<int:pk>/remove/", engagement.remove_engagement, name="remove-engagement"),
]
