"""The addresses of signing in, of one's own account and of the users. allauth knows its own by the names it gave."""

from allauth.account import views as allauth
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.urls import path, re_path

from arising.register.accounts import views

urlpatterns = [
    path("account/", views.account, name="account"),
    path("account/second-step/", views.account, name="mfa_index"),
    path("account/sign-in/", allauth.login, name="account_login"),
    path("account/sign-in/second-step/", mfa.authenticate, name="mfa_authenticate"),
    path("account/sign-out/", allauth.logout, name="account_logout"),
    path("account/closed/", allauth.account_inactive, name="account_inactive"),
    path("account/new/", allauth.signup, name="account_signup"),
    path("account/again/", allauth.reauthenticate, name="account_reauthenticate"),
    path("account/again/second-step/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("account/password/", allauth.password_change, name="account_change_password"),
    path("account/password/first/", allauth.password_set, name="account_set_password"),
    path("account/password/forgotten/", allauth.password_reset, name="account_reset_password"),
    path("account/password/sent/", allauth.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^account/password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("account/password/set/", allauth.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("account/second-step/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("account/second-step/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/second-step/codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("account/second-step/codes/new/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("account/second-step/codes/file/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("users/", views.users, name="users"),
    path("users/add/", views.add_user, name="user-add"),
    path("users/<int:pk>/", views.user, name="user"),
    path("users/<int:pk>/role/", views.user_role, name="user-role"),
    path("users/<int:pk>/name/", views.user_name, name="user-name"),
    path("users/<int:pk>/open/", views.user_open, name="user-open"),
    path("users/<int:pk>/invite/", views.user_invite, name="user-invite"),
]
