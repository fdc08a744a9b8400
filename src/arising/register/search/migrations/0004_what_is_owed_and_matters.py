"""Obligations and matters in the index. The table is made anew in SQLite, and so are the words over it."""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

_words = import_module("arising.register.search.migrations.0002_full_text")
_LEADS_TO = ("source", "person", "obligation", "matter")


def leads_to_one():
    wanted = models.Q()
    for name in _LEADS_TO:
        wanted |= models.Q(**{f"{other}__isnull": other != name for other in _LEADS_TO})
    return wanted


def fill(apps, schema_editor):
    """Take the words of the entries there are into the new index, from which they may then be removed."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("INSERT INTO search_words(search_words) VALUES ('rebuild')", params=None)


def leads_to(model):
    return models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to=model)


class Migration(migrations.Migration):
    dependencies = [
        ("bodies", "0004_withheld_names"),
        ("matters", "0001_initial"),
        ("obligations", "0001_initial"),
        ("search", "0003_withheld_names"),
    ]

    operations = [
        migrations.RunPython(_words.unindex, _words.index),
        migrations.RemoveConstraint(model_name="entry", name="search_entry_of_one"),
        migrations.AlterField(
            model_name="entry", name="title", field=models.CharField(blank=True, max_length=1000)
        ),
        migrations.AddField(
            model_name="entry", name="said_by", field=models.TextField(blank=True, default="")
        ),
        migrations.AddField(model_name="entry", name="council", field=leads_to("bodies.council")),
        migrations.AddField(model_name="entry", name="obligation", field=leads_to("obligations.obligation")),
        migrations.AddField(model_name="entry", name="matter", field=leads_to("matters.matter")),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(condition=leads_to_one(), name="search_entry_of_one"),
        ),
        migrations.RunPython(_words.index, _words.unindex),
        migrations.RunPython(fill, migrations.RunPython.noop),
        # what stands in the index already was made for another table; it is made anew when all is migrated
    ]
