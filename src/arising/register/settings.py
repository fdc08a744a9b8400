"""Settings of the register, read from the environment.

Nothing has to be set: without a word the register keeps an SQLite database, the sources and its secret key in
``var/`` under the current directory, and answers on this machine alone.

``ARISING_DATA`` names another directory, ``DATABASE_URL`` another database (``postgres://…`` or
``sqlite:///…``), ``ALLOWED_HOSTS`` the names it is served under, ``SECRET_KEY`` a key of your own, ``DEBUG``
shows faults in full and is for work on the register only, ``HTTPS`` says that it is reached over HTTPS,
``MFA_REQUIRED`` that clerks and administrators sign in with a second step, ``LOG_LEVEL`` how much is logged, and
``LARGEST_UPLOAD`` the largest file taken, in bytes.
"""

from datetime import date
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from environs import Env, validate

from arising.register.secret_key import kept_secret_key

env = Env()

DATA = Path(env.str("ARISING_DATA", "var")).resolve()
DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
SOURCES = DATA / "sources"

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", "") or kept_secret_key(DATA / "secret-key")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rules.apps.AutodiscoverRulesConfig",
    "simple_history",
    "django_tasks",
    # before allauth, whose pages it replaces
    "arising.register.accounts",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "arising.register.bodies",
    "arising.register.record",
    "arising.register.matters",
    "arising.register.obligations",
    "arising.register.programme",
    "arising.register.indicators",
    "arising.register.improvement",
    "arising.register.search",
    "arising.register.site",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "arising.register.accounts.middleware.second_step",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "arising.register.site.urls"
WSGI_APPLICATION = "arising.register.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "arising.register.accounts.context.reader",
            ],
        },
    }
]

# Database


def _database() -> dict[str, Any]:
    config: dict[str, Any] = env.dj_db_url("DATABASE_URL", f"sqlite:///{DATA / 'register.sqlite3'}", conn_max_age=60)
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        }
        # a file and not memory, so that tests meet the same locks as the register does
        config["TEST"] = {"NAME": str(DATA / "test.sqlite3")}
    return config


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Who signs in, and what is remembered of changes

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "arising.register.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "arising.register.accounts.forms.SignIn",
    "reset_password": "arising.register.accounts.forms.ForgottenPassword",
    "reset_password_from_key": "arising.register.accounts.forms.NewPassword",
    "change_password": "arising.register.accounts.forms.ChangedPassword",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
# nobody signs up: an address is one that an administrator gave
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Matters Arising"
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True

# Language and time

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

# Static files

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Security

HTTPS = env.bool("HTTPS", False)
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
MFA_REQUIRED = env.bool("MFA_REQUIRED", HTTPS)
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Uploads and sources

LARGEST_UPLOAD = env.int("LARGEST_UPLOAD", 50 * 1024 * 1024)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 50
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640

# Mail goes nowhere until somebody says where

EMAIL_BACKEND = env.str("EMAIL_BACKEND", "django.core.mail.backends.dummy.EmailBackend")
EMAIL_HOST = env.str("EMAIL_HOST", "localhost")
EMAIL_PORT = env.int("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", False)
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", "arising@localhost")
SITE_URL = env.str("SITE_URL", "http://127.0.0.1:8000")

# What is owed: when it is due soon, when reminders go out, and on which day of the week the digest does

DUE_SOON_DAYS = env.int("DUE_SOON_DAYS", 14)
REMIND_BEFORE: list[int] = env.list("REMIND_BEFORE", [14, 3], subcast=int)
REMIND_AFTER: list[int] = env.list("REMIND_AFTER", [1, 14, 28, 56, 84], subcast=int)
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "never"]
# Distance travelled: of fewer people than this nothing is shown, and when a score counts as held.

SMALLEST_GROUP = env.int("SMALLEST_GROUP", 5, validate=validate.Range(min=3))
SUSTAINED_SCORINGS = env.int("SUSTAINED_SCORINGS", 3, validate=validate.Range(min=2))
SUSTAINED_MONTHS = env.int("SUSTAINED_MONTHS", 6, validate=validate.Range(min=1))
# How many points of a control chart make a run on one side of the mean, and a trend.
SPC_RUN = env.int("SPC_RUN", 7, validate=validate.Range(min=2))
SPC_TREND = env.int("SPC_TREND", 7, validate=validate.Range(min=3))
# When the statutory override for deficits of the dedicated schools grant ends; measures.forecast.dates has the source.
OVERRIDE_ENDS = env.date("OVERRIDE_ENDS", date(2028, 3, 31))

_DIGEST_DAY = env.str("DIGEST_DAY", "monday", validate=validate.OneOf(_DAYS)).lower()
DIGEST_DAY = _DAYS.index(_DIGEST_DAY) if _DIGEST_DAY != "never" else None
TASKS_IN = env.str("TASKS_IN", "immediate", validate=validate.OneOf(["immediate", "database"]))
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
if TASKS_IN == "database":
    INSTALLED_APPS.append("django_tasks_db")
    TASKS["default"]["BACKEND"] = "django_tasks_db.DatabaseBackend"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname:<7} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", "WARNING").upper()},
    "loggers": {"arising": {"level": env.str("LOG_LEVEL", "INFO").upper()}},
}
