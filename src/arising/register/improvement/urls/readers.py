"""The addresses of the views for one kind of reader and of the annual accounts."""

from django.urls import path, re_path

from arising.register.improvement.views.told import annual, readers

urlpatterns = [
    re_path(
        r"^improvement/(?P<council>[-\w]+)/for/(?P<reader>[a-z]+)\.(?P<form>docx|pdf|xlsx|md)$",
        readers.view_file,
        name="journey-for-file",
    ),
    path("improvement/<slug:council>/for/<slug:reader>/", readers.view_for, name="journey-for"),
    path("annual/<slug:body>/<slug:kind>/", annual.annual_account, name="annual-account"),
    re_path(
        r"^annual/(?P<body>[-\w]+)/(?P<kind>[-\w]+)\.(?P<form>docx|pdf|xlsx|md)$",
        annual.annual_account_file,
        name="annual-account-file",
    ),
]
