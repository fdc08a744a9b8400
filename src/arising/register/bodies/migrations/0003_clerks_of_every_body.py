from django.db import migrations


def keep(apps, schema_editor):
    """Whoever was a clerk was one of every body, and stays so."""
    user, clerkship = apps.get_model("accounts", "User"), apps.get_model("bodies", "Clerkship")
    for clerk in user.objects.filter(groups__name="clerks"):
        clerkship.objects.get_or_create(user=clerk, council=None, body=None)


class Migration(migrations.Migration):
    dependencies = [("bodies", "0002_clerkships"), ("accounts", "0002_roles")]
    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
