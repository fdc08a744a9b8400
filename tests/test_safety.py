"""Tests reach neither the network nor a mail server."""

from __future__ import annotations

import datetime
import smtplib
import socket
from collections.abc import Callable

import pytest
from pytest_socket import SocketConnectBlockedError

A_HOST_OUTSIDE = "192.0.2.1"  # RFC 5737: for documentation, never a real host


def test_a_connection_to_another_machine_is_refused() -> None:
    with (
        pytest.warns(UserWarning, match="connect"),
        pytest.raises(SocketConnectBlockedError),
    ):
        socket.create_connection((A_HOST_OUTSIDE, 443), timeout=1)


def test_a_connection_to_this_machine_is_made() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()


def test_no_mail_server_is_reached() -> None:
    with pytest.raises(pytest.fail.Exception, match="mail server"):
        smtplib.SMTP("127.0.0.1", 25)


def test_the_clock_stands_where_a_test_puts_it(on_day: Callable[[str], None]) -> None:
    on_day("2024-03-05T14:30")
    assert datetime.datetime.now(datetime.UTC).isoformat() == "2024-03-05T14:30:00+00:00"
