"""The accounts of a register from the command line: ``arising user add``, ``arising user invite``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from arising.cli.exits import Exit
from arising.cli.terminal import say

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Make accounts, and links to set a password.",
    add_completion=False,
)

SITE = typer.Option(help="Where the register is served, for the link that is printed.", metavar="URL")
LOCAL = "http://127.0.0.1:8000"


class Role(StrEnum):
    """The roles of the register, in the words of the command."""

    CLERK = "clerk"
    MEMBER = "member"
    OFFICER = "officer"
    BOARD = "board"
    INSPECTOR = "inspector"
    ADMINISTRATOR = "administrator"


@app.command()
def add(
    email: Annotated[str, typer.Argument(metavar="EMAIL", help="The address that they sign in with.")],
    role: Annotated[Role, typer.Option(help="What they are to the register.")],
    name: Annotated[str, typer.Option(help="How they are named.")] = "",
    body: Annotated[
        list[str] | None,
        typer.Option("--body", metavar="NAME", help="A body that a clerk serves. May be repeated; else every body."),
    ] = None,
    why: Annotated[str, typer.Option(help="Why, for the history of the account.")] = "Added from the command line",
    site: Annotated[str, SITE] = LOCAL,
) -> None:
    """Make an account, and print the link on which its holder sets a password.

    The link works once, for three days. A clerk serves every body, or those named with --body.

    \b
    Examples:
      arising user add pat@kesterby.example --role clerk --name "Pat Lewis"
          a clerk of every body
      arising user add sam@kesterby.example --role clerk --body "Roads Committee"
          a clerk of one body
      arising user add kit@kesterby.example --role administrator
          somebody who makes accounts for the others, in the browser
    """
    from arising.cli.of_register.register import open_register

    if body and role is not Role.CLERK:
        raise typer.BadParameter("only a clerk serves a body.", param_hint="--body")
    open_register()
    _checked_address(email)

    from django.db import IntegrityError, transaction

    from arising.register.accounts import roles
    from arising.register.accounts.operations import add_user, invitation
    from arising.register.bodies.operations import set_clerkships

    served = [_body(one) for one in body or ()]
    try:
        with transaction.atomic():
            user = add_user(email, roles.Role[role.name], name=name, actor=None, why=why)
            if role is Role.CLERK:
                set_clerkships(user, everything=not served, bodies=served, actor=None, why=why)
    except IntegrityError as error:
        say(f"{email}: there is an account with this address already. To send a link: arising user invite {email}")
        raise typer.Exit(Exit.SOME_FAILED) from error
    say(f"{user.email} is now {roles.Role[role.name].label.lower()}. The password is set at:")
    typer.echo(f"{site.rstrip('/')}{invitation(user, actor=None)}")


@app.command()
def invite(
    email: Annotated[str, typer.Argument(metavar="EMAIL", help="The address that they sign in with.")],
    site: Annotated[str, SITE] = LOCAL,
) -> None:
    """Print a new link on which somebody sets a password.

    \b
    Example:
      arising user invite pat@kesterby.example --site https://minutes.example.gov.uk
    """
    from arising.cli.of_register.register import open_register

    open_register()

    from arising.register.accounts.models import User
    from arising.register.accounts.operations import invitation

    user = User.objects.filter(email__iexact=email.strip()).first()
    if user is None:
        say(f"{email}: there is no account with this address. To make one: arising user add {email} --role clerk")
        raise typer.Exit(Exit.SOME_FAILED)
    typer.echo(f"{site.rstrip('/')}{invitation(user, actor=None)}")


def _checked_address(email: str) -> None:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    try:
        validate_email(email.strip())
    except ValidationError as error:
        raise typer.BadParameter(f"{email} is no e-mail address.", param_hint="EMAIL") from error


def _body(name: str) -> Any:
    from arising.register.bodies import names
    from arising.register.bodies.models import Body

    found = list(Body.objects.filter(key=names.key(name))[:2])
    if len(found) == 1:
        return found[0]
    known = ", ".join(Body.objects.values_list("name", flat=True)) or "none yet"
    trouble = "is the name of several bodies" if found else "is no body of this register"
    raise typer.BadParameter(f"{name} {trouble}. There are: {known}.", param_hint="--body")
