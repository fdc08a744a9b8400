"""The addresses of indicators, areas and figures."""

from django.urls import path, re_path

from arising.register.indicators.views import cards, claims, dashboards, files, layouts, pages, said

urlpatterns = [
    path("indicators/", pages.indicators, name="indicators"),
    path("indicators/own/add/", cards.add, name="add-indicator"),
    path("indicators/own/import/", cards.bring_in, name="import-indicator"),
    path("indicators/<slug:key>/change/", cards.change, name="change-indicator"),
    path("indicators/<slug:key>.toml", cards.toml, name="indicator-toml"),
    path("indicators/<slug:key>/", pages.indicator, name="indicator"),
    re_path(r"^indicators/(?P<key>[-\w]+)\.(?P<form>svg|png)$", pages.indicator_chart, name="indicator-chart"),
    path("indicators/<slug:key>.csv", pages.indicator_csv, name="indicator-csv"),
    path("indicators/<slug:key>/compare/", pages.compare, name="compare-areas"),
    path("indicators/<slug:key>/targets/add/", said.set_target, name="set-target"),
    path("indicators/<slug:key>/events/add/", said.add_event, name="add-event"),
    path("indicators/<slug:key>/parts/add/", said.begin_segment, name="begin-segment"),
    re_path(r"^figures/(?P<kind>target|event|segment)/(?P<pk>[0-9]+)/drop/$", said.drop, name="drop-said"),
    path("releases/add/", files.add_release, name="add-release"),
    path("indicators/<slug:key>/type-in/", files.type_in, name="type-figure-in"),
    path("figures/own/add/", files.add_own, name="add-own-figures"),
    path("figures/own/template.csv", files.template, name="figures-template"),
    path("reports/<int:pk>/", files.report, name="report"),
    path("reports/<int:pk>/drop/", files.drop_report, name="drop-report"),
    path("releases/brought/<int:pk>/", files.brought, name="brought"),
    path("releases/brought/<int:pk>/throw-away/", files.throw_away, name="throw-away"),
    path("releases/brought/<int:pk>/columns/", layouts.columns, name="brought-columns"),
    path("releases/brought/<int:pk>/measures/", layouts.measures, name="brought-measures"),
    path("layouts/<slug:key>/", layouts.layout, name="layout"),
    path("layouts/<slug:key>/change/", layouts.change, name="change-layout"),
    path("layouts/<slug:key>/drop/", layouts.drop, name="drop-layout"),
    path("layouts/<slug:key>/places/add/", layouts.add_place, name="add-place"),
    path("layouts/places/<int:pk>/drop/", layouts.drop_place, name="drop-place"),
    path("releases/<int:pk>/", files.release, name="release"),
    path("claims/<slug:body>/", claims.claims, name="claims"),
    path("claims/<slug:body>.csv", claims.claims_csv, name="claims-csv"),
    path("claims/figures/<int:pk>/", claims.set_match, name="set-match"),
    path("areas/<slug:code>/", pages.area, name="area"),
    path("areas/<slug:code>/quality/", pages.quality, name="quality"),
    path("areas/<slug:code>/dashboard/", dashboards.dashboard, name="dashboard"),
    path("areas/<slug:code>/dashboard.pdf", dashboards.dashboard_pdf, name="dashboard-pdf"),
]
