import arising.register.tables
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('matters', '0001_initial')]

    initial = True

    dependencies = [
        ('record', '0001_tables'),
    ]

    operations = [
        arising.register.tables.CreateModels(
            models=[
                migrations.CreateModel(
                    name='HistoricalMatter',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('title', models.CharField(max_length=300)),
                        ('slug', models.SlugField(editable=False, max_length=90)),
                        ('council', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='bodies.council')),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.TextField(null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'historical matter',
                        'verbose_name_plural': 'historical matters',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='Matter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matters', to='bodies.council')),
                        ('title', models.CharField(max_length=300)),
                        ('slug', models.SlugField(editable=False, max_length=90, unique=True)),
                        ('topics', models.ManyToManyField(related_name='matters', through='matters.MatterTopic', to='record.topic')),
                    ],
                    options={
                        'ordering': ('title',),
                    },
                ),
                migrations.CreateModel(
                    name='HistoricalMatterTopic',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('matter', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='matters.matter')),
                        ('topic', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='record.topic')),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.TextField(null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'historical matter topic',
                        'verbose_name_plural': 'historical matter topics',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='MatterTopic',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='matters.matter')),
                        ('topic', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='membership', to='record.topic')),
                    ],
                    options={
                        'ordering': ('matter', 'pk'),
                    },
                ),
                migrations.CreateModel(
                    name='HistoricalSuggestion',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('score', models.FloatField()),
                        ('likely', models.BooleanField(db_index=True, default=False)),
                        ('reasons', models.JSONField(default=list)),
                        ('state', models.CharField(choices=[('proposed', 'Proposed, not confirmed'), ('confirmed', 'Confirmed'), ('rejected', 'Rejected')], db_index=True, default='proposed', max_length=9)),
                        ('decided_at', models.DateTimeField(blank=True, null=True)),
                        ('decided_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('a', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='record.topic')),
                        ('b', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='record.topic')),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.TextField(null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'historical suggestion',
                        'verbose_name_plural': 'historical suggestions',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='Suggestion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('score', models.FloatField()),
                        ('likely', models.BooleanField(db_index=True, default=False)),
                        ('reasons', models.JSONField(default=list)),
                        ('state', models.CharField(choices=[('proposed', 'Proposed, not confirmed'), ('confirmed', 'Confirmed'), ('rejected', 'Rejected')], db_index=True, default='proposed', max_length=9)),
                        ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('decided_at', models.DateTimeField(blank=True, null=True)),
                        ('a', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='record.topic')),
                        ('b', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='record.topic')),
                    ],
                    options={
                        'ordering': ('-score', 'pk'),
                        'abstract': False,
                        'constraints': [models.CheckConstraint(condition=models.Q(('score__gte', 0), ('score__lte', 1)), name='matters_suggestion_score'), models.CheckConstraint(condition=models.Q(('state__in', ['proposed', 'confirmed', 'rejected'])), name='matters_suggestion_state'), models.CheckConstraint(condition=models.Q(('state', 'proposed'), ('decided_at__isnull', False), _connector='OR'), name='matters_suggestion_decided'), models.UniqueConstraint(models.F('a'), models.F('b'), name='matters_suggestion_once'), models.CheckConstraint(condition=models.Q(('a__lt', models.F('b'))), name='matters_suggestion_order')],
                    },
                ),
                migrations.CreateModel(
                    name='HistoricalClosure',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('score', models.FloatField()),
                        ('likely', models.BooleanField(db_index=True, default=False)),
                        ('reasons', models.JSONField(default=list)),
                        ('state', models.CharField(choices=[('proposed', 'Proposed, not confirmed'), ('confirmed', 'Confirmed'), ('rejected', 'Rejected')], db_index=True, default='proposed', max_length=9)),
                        ('decided_at', models.DateTimeField(blank=True, null=True)),
                        ('effect', models.CharField(choices=[('answered', 'Answered'), ('reaffirmed', 'Said again'), ('slipped', 'Slipped'), ('changed', 'Changed'), ('dropped', 'Dropped')], max_length=10)),
                        ('quote', models.TextField()),
                        ('start', models.PositiveIntegerField()),
                        ('end', models.PositiveIntegerField()),
                        ('said', models.CharField(editable=False, max_length=64)),
                        ('decided_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('commitment', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='record.commitment')),
                        ('source', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='record.source')),
                        ('reading', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='record.reading')),
                        ('item', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='bodies.item')),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.TextField(null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'historical closure',
                        'verbose_name_plural': 'historical closures',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='Closure',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('score', models.FloatField()),
                        ('likely', models.BooleanField(db_index=True, default=False)),
                        ('reasons', models.JSONField(default=list)),
                        ('state', models.CharField(choices=[('proposed', 'Proposed, not confirmed'), ('confirmed', 'Confirmed'), ('rejected', 'Rejected')], db_index=True, default='proposed', max_length=9)),
                        ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('decided_at', models.DateTimeField(blank=True, null=True)),
                        ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='closures', to='record.commitment')),
                        ('effect', models.CharField(choices=[('answered', 'Answered'), ('reaffirmed', 'Said again'), ('slipped', 'Slipped'), ('changed', 'Changed'), ('dropped', 'Dropped')], max_length=10)),
                        ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='record.source')),
                        ('reading', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='record.reading')),
                        ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='bodies.item')),
                        ('quote', models.TextField()),
                        ('start', models.PositiveIntegerField()),
                        ('end', models.PositiveIntegerField()),
                        ('said', models.CharField(editable=False, max_length=64)),
                    ],
                    options={
                        'ordering': ('-score', 'pk'),
                        'abstract': False,
                        'constraints': [models.CheckConstraint(condition=models.Q(('score__gte', 0), ('score__lte', 1)), name='matters_closure_score'), models.CheckConstraint(condition=models.Q(('state__in', ['proposed', 'confirmed', 'rejected'])), name='matters_closure_state'), models.CheckConstraint(condition=models.Q(('state', 'proposed'), ('decided_at__isnull', False), _connector='OR'), name='matters_closure_decided'), models.UniqueConstraint(models.F('commitment'), models.F('source'), models.F('said'), name='matters_closure_once'), models.CheckConstraint(condition=models.Q(('end__gt', models.F('start'))), name='matters_closure_span'), models.CheckConstraint(condition=models.Q(('effect__in', ['answered', 'reaffirmed', 'slipped', 'changed', 'dropped'])), name='matters_closure_effect')],
                    },
                ),
                migrations.CreateModel(
                    name='HistoricalDisagreement',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('score', models.FloatField()),
                        ('likely', models.BooleanField(db_index=True, default=False)),
                        ('reasons', models.JSONField(default=list)),
                        ('state', models.CharField(choices=[('proposed', 'Proposed, not confirmed'), ('confirmed', 'Confirmed'), ('rejected', 'Rejected')], db_index=True, default='proposed', max_length=9)),
                        ('decided_at', models.DateTimeField(blank=True, null=True)),
                        ('question', models.TextField()),
                        ('decided_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('before', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='record.figure')),
                        ('after', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='record.figure')),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.TextField(null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'historical disagreement',
                        'verbose_name_plural': 'historical disagreements',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='Disagreement',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('score', models.FloatField()),
                        ('likely', models.BooleanField(db_index=True, default=False)),
                        ('reasons', models.JSONField(default=list)),
                        ('state', models.CharField(choices=[('proposed', 'Proposed, not confirmed'), ('confirmed', 'Confirmed'), ('rejected', 'Rejected')], db_index=True, default='proposed', max_length=9)),
                        ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('decided_at', models.DateTimeField(blank=True, null=True)),
                        ('before', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='record.figure')),
                        ('after', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='record.figure')),
                        ('question', models.TextField()),
                    ],
                    options={
                        'ordering': ('-score', 'pk'),
                        'abstract': False,
                        'constraints': [models.CheckConstraint(condition=models.Q(('score__gte', 0), ('score__lte', 1)), name='matters_disagreement_score'), models.CheckConstraint(condition=models.Q(('state__in', ['proposed', 'confirmed', 'rejected'])), name='matters_disagreement_state'), models.CheckConstraint(condition=models.Q(('state', 'proposed'), ('decided_at__isnull', False), _connector='OR'), name='matters_disagreement_decided'), models.UniqueConstraint(models.F('before'), models.F('after'), name='matters_disagreement_once')],
                    },
                ),
            ],
        ),
    ]
