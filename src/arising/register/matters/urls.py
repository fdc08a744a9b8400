"""The addresses of what runs across meetings."""

from django.urls import path

from arising.register.matters import views

urlpatterns = [
    path("matters/", views.matters, name="matters"),
    path("matters/follow/", views.follow, name="follow"),
    path("matters/<slug:slug>/", views.matter, name="matter"),
    path("matters/<slug:slug>/figures/<slug:key>.svg", views.matter_chart, name="matter-chart"),
    path("matters/<slug:slug>/leave/<int:topic>/", views.leave, name="leave-matter"),
    path("topics/<int:pk>/", views.topic, name="topic"),
    path("topics/<int:pk>/figures/<slug:key>.svg", views.topic_chart, name="topic-chart"),
    path("links/<slug:kind>/<int:pk>/", views.decide, name="decide-link"),
]
