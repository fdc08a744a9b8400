"""The addresses of the register."""

from django.urls import include, path

from arising.register.site import views

urlpatterns = [
    path("", views.home, name="home"),
    path("", include("arising.register.accounts.urls")),
    path("", include("arising.register.bodies.urls")),
    path("", include("arising.register.record.urls")),
    path("", include("arising.register.matters.urls")),
    path("", include("arising.register.obligations.urls")),
    path("", include("arising.register.programme.urls")),
    path("", include("arising.register.indicators.urls")),
    path("", include("arising.register.improvement.urls")),
    path("", include("arising.register.search.urls")),
    path("about/", views.about, name="about"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
