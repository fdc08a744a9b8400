"""The addresses of what is owed."""

from django.urls import path

from arising.register.obligations.views import changes, lists, pages

urlpatterns = [
    path("obligations/", lists.obligations, name="obligations"),
    path("obligations/add/", changes.add, name="add-obligation"),
    path("obligations/officers/", changes.officers, name="responsible-officers"),
    path("obligations/officers/<int:pk>/end/", changes.dismiss, name="dismiss-officer"),
    path("obligations/<int:pk>/", pages.obligation, name="obligation"),
    path("obligations/<int:pk>/answer/", changes.answer, name="answer-obligation"),
    path("obligations/<int:pk>/progress/", changes.progress, name="say-progress"),
    path("obligations/<int:pk>/change/", changes.amend, name="amend-obligation"),
    path("obligations/<int:pk>/extend/", changes.extend, name="extend-obligation"),
    path("obligations/<int:pk>/reply/", changes.reply, name="reply-to-recommendation"),
    path("obligations/<int:pk>/end/", changes.end, name="end-obligation"),
    path("obligations/<int:pk>/restore/", changes.restore, name="restore-obligation"),
    path("obligations/<int:pk>/answers/<int:answer>/", changes.judge, name="judge-answer"),
    path("obligations/<int:pk>/answers/<int:answer>/file/", pages.answer_file, name="answer-file"),
    path("obligations/<int:pk>/replies/<int:reply>/", changes.impact, name="record-impact"),
    path("expectations/", lists.expectations, name="expectations"),
    path("my/obligations/", pages.mine, name="my-obligations"),
]
