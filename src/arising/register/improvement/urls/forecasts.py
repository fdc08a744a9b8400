"""The addresses of high-needs forecasts."""

from django.urls import path, re_path

from arising.register.improvement.views import forecasts

urlpatterns = [
    path("improvement/forecast.xlsx", forecasts.template, name="forecast-template"),
    path("improvement/forecasts/<int:pk>/", forecasts.forecast, name="forecast"),
    path("improvement/forecasts/<int:pk>/forecast.csv", forecasts.forecast_csv, name="forecast-csv"),
    path("improvement/forecasts/<int:pk>/forecast.xlsx", forecasts.forecast_excel, name="forecast-excel"),
    re_path(
        r"^improvement/forecasts/(?P<pk>[0-9]+)/chart\.(?P<form>svg|png)$",
        forecasts.forecast_chart,
        name="forecast-chart",
    ),
    path("improvement/forecasts/<int:pk>/withdraw/", forecasts.withdraw_forecast, name="withdraw-forecast"),
    path("improvement/outturns/<int:pk>/drop/", forecasts.drop_outturn, name="drop-outturn"),
    path("improvement/<slug:council>/forecasts/", forecasts.forecasts, name="forecasts"),
    path("improvement/<slug:council>/forecasts/add/", forecasts.add_forecast, name="add-forecast"),
    path("improvement/<slug:council>/forecasts/told.csv", forecasts.forecasts_csv, name="forecasts-csv"),
    re_path(
        r"^improvement/(?P<council>[-\w]+)/forecasts/told\.(?P<form>svg|png)$",
        forecasts.forecasts_chart,
        name="forecasts-chart",
    ),
    path(
        "improvement/<slug:council>/outturns/published/",
        forecasts.take_published_balance,
        name="take-published-balance",
    ),
    path("improvement/<slug:council>/outturns/add/", forecasts.add_outturn, name="add-outturn"),
]
