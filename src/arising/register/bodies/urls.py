"""The addresses of the bodies that a clerk serves, and of who belongs to a body."""

from django.urls import path

from arising.register.bodies import views

urlpatterns = [
    path("users/<int:pk>/bodies/", views.user_bodies, name="user-bodies"),
    path("members/<slug:body>/", views.members, name="members"),
    path("members/<slug:body>/add/", views.add_member, name="add-member"),
    path("memberships/<int:pk>/change/", views.change_membership, name="change-membership"),
    path("memberships/<int:pk>/remove/", views.remove_membership, name="remove-membership"),
]
