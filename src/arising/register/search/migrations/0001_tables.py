from importlib import import_module

import arising.register.tables
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_words = import_module('arising.register.search.migrations.0002_full_text')


class Migration(migrations.Migration):

    replaces = [('search', '0001_initial'), ('search', '0002_full_text'), ('search', '0003_withheld_names'), ('search', '0004_what_is_owed_and_matters'), ('search', '0005_saved_searches')]

    initial = True

    dependencies = [
        ('matters', '0001_tables'),
        ('obligations', '0001_tables'),
    ]

    operations = [
        arising.register.tables.CreateModels(
            models=[
                migrations.CreateModel(
                    name='Entry',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(max_length=20)),
                        ('title', models.CharField(blank=True, max_length=1000)),
                        ('text', models.TextField(blank=True)),
                        ('said_by', models.TextField(blank=True, default='')),
                        ('council', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='bodies.council')),
                        ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='record.source')),
                        ('item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='bodies.item')),
                        ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='bodies.person')),
                        ('obligation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='obligations.obligation')),
                        ('matter', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='matters.matter')),
                        ('anchor', models.CharField(blank=True, max_length=40)),
                        ('holds_name', models.BooleanField(null=True)),
                    ],
                    options={
                        'verbose_name_plural': 'entries',
                        'constraints': [models.UniqueConstraint(models.F('person'), name='search_entry_person'), models.CheckConstraint(condition=models.Q(models.Q(('matter__isnull', True), ('obligation__isnull', True), ('person__isnull', True), ('source__isnull', False)), models.Q(('matter__isnull', True), ('obligation__isnull', True), ('person__isnull', False), ('source__isnull', True)), models.Q(('matter__isnull', True), ('obligation__isnull', False), ('person__isnull', True), ('source__isnull', True)), models.Q(('matter__isnull', False), ('obligation__isnull', True), ('person__isnull', True), ('source__isnull', True)), _connector='OR'), name='search_entry_of_one')],
                    },
                ),
                migrations.CreateModel(
                    name='SavedSearch',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_searches', to=settings.AUTH_USER_MODEL)),
                        ('name', models.CharField(max_length=100)),
                        ('note', models.CharField(blank=True, max_length=1000, verbose_name='note to self')),
                        ('asks', models.JSONField(default=dict)),
                        ('often', models.CharField(choices=[('daily', 'Every day on which there is something new'), ('weekly', 'Once a week, where there is something new'), ('never', 'Never: only keep the search')], default='weekly', max_length=6, verbose_name='how often')),
                        ('checked_on', models.DateField()),
                        ('added_at', models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        'verbose_name_plural': 'saved searches',
                        'ordering': ('name', 'pk'),
                        'constraints': [models.UniqueConstraint(models.F('user'), models.F('name'), name='search_savedsearch_name'), models.CheckConstraint(condition=models.Q(('often__in', ['daily', 'weekly', 'never'])), name='search_savedsearch_often')],
                    },
                ),
                migrations.CreateModel(
                    name='Alert',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('saved_search', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alerts', to='search.savedsearch')),
                        ('made_at', models.DateTimeField(auto_now_add=True)),
                        ('sent_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'ordering': ('saved_search', 'pk'),
                    },
                ),
                migrations.CreateModel(
                    name='KnownHit',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('saved_search', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='known', to='search.savedsearch')),
                        ('key', models.CharField(max_length=80)),
                        ('alert', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='hits', to='search.alert')),
                    ],
                    options={
                        'ordering': ('pk',),
                        'constraints': [models.UniqueConstraint(models.F('saved_search'), models.F('key'), name='search_knownhit_once')],
                    },
                ),
            ],
        ),
        migrations.RunPython(_words.index, _words.unindex),
    ]
