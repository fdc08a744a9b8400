"""The addresses of the improvement journey."""

from django.urls import path

from arising.register.improvement.views import councils

urlpatterns = [
    path("improvement/", councils.improvement, name="improvement"),
    path("improvement/papers/<int:pk>/", councils.paper, name="paper"),
    path("improvement/<slug:council>/", councils.journey, name="journey"),
    path("improvement/<slug:council>/officers/add/", councils.appoint, name="appoint-improvement-officer"),
]
