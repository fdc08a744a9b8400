import arising.register.tables
import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('programme', '0001_initial'), ('programme', '0002_trackerimport')]

    initial = True

    dependencies = [
        ('obligations', '0001_tables'),
    ]

    operations = [
        arising.register.tables.CreateModels(
            models=[
                migrations.CreateModel(
                    name='HistoricalPlan',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('theme', models.CharField(blank=True, max_length=300)),
                        ('starts', models.TimeField(blank=True, null=True, verbose_name='begins at')),
                        ('place', models.CharField(blank=True, max_length=300)),
                        ('minutes', models.PositiveIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(1440)], verbose_name='time in all')),
                        ('theme_minutes', models.PositiveIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(1440)], verbose_name='time for the theme')),
                        ('note', models.TextField(blank=True)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('meeting', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='bodies.meeting')),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.TextField(null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'historical plan',
                        'verbose_name_plural': 'historical plans',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='Plan',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('meeting', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='plan', to='bodies.meeting')),
                        ('theme', models.CharField(blank=True, max_length=300)),
                        ('starts', models.TimeField(blank=True, null=True, verbose_name='begins at')),
                        ('place', models.CharField(blank=True, max_length=300)),
                        ('minutes', models.PositiveIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(1440)], verbose_name='time in all')),
                        ('theme_minutes', models.PositiveIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(1440)], verbose_name='time for the theme')),
                        ('note', models.TextField(blank=True)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ],
                    options={
                        'ordering': ('meeting',),
                        'constraints': [models.CheckConstraint(condition=models.Q(('minutes__isnull', True), ('theme_minutes__isnull', True), ('theme_minutes__lte', models.F('minutes')), _connector='OR'), name='programme_plan_theme_within')],
                    },
                ),
                migrations.CreateModel(
                    name='HistoricalProgrammeItem',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('audience', models.CharField(choices=[('public', 'Everybody'), ('members', 'Members, officers and clerks'), ('officers', 'Officers and clerks'), ('clerks', 'Clerks only')], default='public', max_length=8, verbose_name='who may see it')),
                        ('visible_from', models.DateTimeField(blank=True, null=True, verbose_name='held back until')),
                        ('visibility_set_by_person', models.BooleanField(default=False, editable=False)),
                        ('title', models.CharField(max_length=500)),
                        ('purpose', models.TextField(blank=True, verbose_name='what is to be found out')),
                        ('outside', models.BooleanField(default=False, verbose_name='dealt with outside a meeting')),
                        ('order', models.PositiveIntegerField(default=0, verbose_name='place on the agenda')),
                        ('minutes', models.PositiveIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(1440)])),
                        ('on_theme', models.BooleanField(default=False, verbose_name='part of the theme')),
                        ('decision_by', models.CharField(blank=True, max_length=300, verbose_name='who decides')),
                        ('decision_on', models.DateField(blank=True, null=True, verbose_name='when it is decided')),
                        ('ended', models.CharField(blank=True, choices=[('taken', 'Taken'), ('withdrawn', 'Withdrawn')], max_length=9)),
                        ('ended_why', models.CharField(blank=True, max_length=1000)),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('added_at', models.DateTimeField(blank=True, editable=False)),
                        ('body', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='bodies.body')),
                        ('meeting', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='bodies.meeting')),
                        ('lead', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='bodies.post')),
                        ('obligation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='obligations.obligation')),
                        ('taken_as', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='bodies.item')),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.TextField(null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'historical programme item',
                        'verbose_name_plural': 'historical programme items',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='ProgrammeItem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('audience', models.CharField(choices=[('public', 'Everybody'), ('members', 'Members, officers and clerks'), ('officers', 'Officers and clerks'), ('clerks', 'Clerks only')], default='public', max_length=8, verbose_name='who may see it')),
                        ('visible_from', models.DateTimeField(blank=True, null=True, verbose_name='held back until')),
                        ('visibility_set_by_person', models.BooleanField(default=False, editable=False)),
                        ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programme_items', to='bodies.body')),
                        ('title', models.CharField(max_length=500)),
                        ('purpose', models.TextField(blank=True, verbose_name='what is to be found out')),
                        ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='programme_items', to='bodies.meeting')),
                        ('outside', models.BooleanField(default=False, verbose_name='dealt with outside a meeting')),
                        ('order', models.PositiveIntegerField(default=0, verbose_name='place on the agenda')),
                        ('minutes', models.PositiveIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(1440)])),
                        ('on_theme', models.BooleanField(default=False, verbose_name='part of the theme')),
                        ('lead', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='programme_items', to='bodies.post')),
                        ('obligation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='programme_items', to='obligations.obligation')),
                        ('decision_by', models.CharField(blank=True, max_length=300, verbose_name='who decides')),
                        ('decision_on', models.DateField(blank=True, null=True, verbose_name='when it is decided')),
                        ('ended', models.CharField(blank=True, choices=[('taken', 'Taken'), ('withdrawn', 'Withdrawn')], max_length=9)),
                        ('ended_why', models.CharField(blank=True, max_length=1000)),
                        ('taken_as', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='bodies.item')),
                        ('version', models.PositiveIntegerField(default=1, editable=False)),
                        ('added_at', models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        'ordering': ('order', 'pk'),
                        'abstract': False,
                        'constraints': [models.CheckConstraint(condition=models.Q(('audience__in', ['public', 'members', 'officers', 'clerks'])), name='programme_programmeitem_audience'), models.CheckConstraint(condition=models.Q(('meeting__isnull', True), ('outside', False), _connector='OR'), name='programme_programmeitem_one_place'), models.CheckConstraint(condition=models.Q(('ended__in', ['', 'taken', 'withdrawn'])), name='programme_programmeitem_ended'), models.CheckConstraint(condition=models.Q(('decision_on__isnull', True), models.Q(('decision_by', ''), _negated=True), _connector='OR'), name='programme_programmeitem_decision')],
                    },
                ),
                migrations.CreateModel(
                    name='HistoricalMove',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('day_before', models.CharField(blank=True, max_length=100, verbose_name='its day then')),
                        ('day_after', models.CharField(blank=True, max_length=100, verbose_name='its day, moved to')),
                        ('outside', models.BooleanField(default=False, verbose_name='moved out of the meetings')),
                        ('reason', models.CharField(max_length=1000)),
                        ('moved_at', models.DateTimeField(blank=True, editable=False)),
                        ('item', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='programme.programmeitem')),
                        ('before', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='bodies.meeting')),
                        ('after', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='bodies.meeting')),
                        ('moved_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.TextField(null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'historical move',
                        'verbose_name_plural': 'historical moves',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='Move',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moves', to='programme.programmeitem')),
                        ('before', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.meeting')),
                        ('after', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.meeting')),
                        ('day_before', models.CharField(blank=True, max_length=100, verbose_name='its day then')),
                        ('day_after', models.CharField(blank=True, max_length=100, verbose_name='its day, moved to')),
                        ('outside', models.BooleanField(default=False, verbose_name='moved out of the meetings')),
                        ('reason', models.CharField(max_length=1000)),
                        ('moved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('moved_at', models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        'ordering': ('item', 'pk'),
                    },
                ),
                migrations.CreateModel(
                    name='TrackerImport',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tracker_imports', to='bodies.body')),
                        ('name', models.CharField(max_length=200, verbose_name='name of the file')),
                        ('content', models.BinaryField(verbose_name='the bytes of the file')),
                        ('sha256', models.CharField(max_length=64)),
                        ('brought_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('brought_at', models.DateTimeField(auto_now_add=True)),
                        ('state', models.CharField(choices=[('waiting', 'Waits to be looked at'), ('stored', 'Stored')], default='waiting', max_length=7)),
                        ('stored_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('stored_at', models.DateTimeField(blank=True, null=True)),
                        ('told', models.JSONField(blank=True, default=dict)),
                    ],
                    options={
                        'ordering': ('-pk',),
                        'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'stored'])), name='programme_trackerimport_state'), models.CheckConstraint(condition=models.Q(('state', 'waiting'), ('stored_at__isnull', False), _connector='OR'), name='programme_trackerimport_stored')],
                    },
                ),
            ],
        ),
    ]
