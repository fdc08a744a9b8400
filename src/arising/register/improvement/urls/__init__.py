"""The addresses of the improvement journey, by subject. What stands under a word comes before what stands under the
name of a council."""

from django.urls import URLPattern, path

from arising.register.improvement.urls import forecasts, inspections, plans, readers, scales, surveys
from arising.register.improvement.views import councils

_every: list[URLPattern] = [
    *inspections.urlpatterns,
    *plans.urlpatterns,
    *scales.urlpatterns,
    *forecasts.urlpatterns,
    *readers.urlpatterns,
    *surveys.urlpatterns,
    path("improvement/<slug:council>/", councils.journey, name="journey"),
    path("improvement/<slug:council>/officers/add/", councils.appoint, name="appoint-improvement-officer"),
]
urlpatterns = [
    path("improvement/", councils.improvement, name="improvement"),
    path("improvement/papers/<int:pk>/", councils.paper, name="paper"),
    *sorted(_every, key=lambda one: "council>" in str(one.pattern)),
]
