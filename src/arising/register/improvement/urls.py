"""The addresses of the improvement journey."""

from django.urls import path, re_path

from arising.register.improvement.views import annual, councils

urlpatterns = [
    path("improvement/", councils.improvement, name="improvement"),
    path("improvement/papers/<int:pk>/", councils.paper, name="paper"),
    path("improvement/<slug:council>/", councils.journey, name="journey"),
    path("improvement/<slug:council>/officers/add/", councils.appoint, name="appoint-improvement-officer"),
    path("annual/<slug:body>/<slug:kind>/", annual.annual_account, name="annual-account"),
    re_path(
        r"^annual/(?P<body>[-\w]+)/(?P<kind>[-\w]+)\.(?P<form>docx|pdf|xlsx|md)$",
        annual.annual_account_file,
        name="annual-account-file",
    ),
]
