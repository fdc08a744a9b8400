"""The addresses of the bodies that a clerk serves."""

from django.urls import path

from arising.register.bodies import views

urlpatterns = [
    path("users/<int:pk>/bodies/", views.user_bodies, name="user-bodies"),
]
