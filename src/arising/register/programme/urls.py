"""The addresses of packs."""

from django.urls import path, register_converter

from arising.register.programme import printing
from arising.register.programme.views import packs


class FormConverter:
    """How the name of a file ends: one of the forms of the pack."""

    regex = "|".join(printing.FORMS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FormConverter, "form")

urlpatterns = [
    path("packs/<slug:body>/", packs.pack, name="pack"),
    path("packs/<slug:body>.<form:form>", packs.pack_file, name="pack-file"),
    path("packs/<slug:body>/<slug:meeting>/", packs.pack, name="meeting-pack"),
    path("packs/<slug:body>/<slug:meeting>.<form:form>", packs.pack_file, name="meeting-pack-file"),
]
