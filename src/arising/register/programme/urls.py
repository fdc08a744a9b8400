"""The addresses of packs."""

from django.urls import path

from arising.register.programme import views

urlpatterns = [
    path("packs/<slug:body>/", views.pack, name="pack"),
    path("packs/<slug:body>.md", views.pack_markdown, name="pack-markdown"),
    path("packs/<slug:body>.docx", views.pack_word, name="pack-word"),
]
