"""The addresses of packs."""

from django.urls import path

from arising.register.programme.views import packs

urlpatterns = [
    path("packs/<slug:body>/", packs.pack, name="pack"),
    path("packs/<slug:body>.md", packs.pack_markdown, name="pack-markdown"),
    path("packs/<slug:body>.docx", packs.pack_word, name="pack-word"),
]
