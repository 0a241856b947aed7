"""What holds for every test: no network, and one hypothesis profile that keeps no time."""

import os
import socket

import hypothesis
import pytest

hypothesis.settings.register_profile("dev", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
# A stranger's run gives the same as CI's; HYPOTHESIS_PROFILE=dev looks for what nobody has met yet.
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Nothing here leaves the machine: a call to any other host ends the test."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def connect_here(self, address):
        if isinstance(address, tuple) and address[0] not in LOOPBACK:
            message = f"a test tried to reach {address[0]}"
            raise AssertionError(message)
        return connect(self, address)

    def look_up_here(host, *arguments, **options):
        if host is not None and host not in LOOPBACK:
            message = f"a test tried to look up {host}"
            raise AssertionError(message)
        return look_up(host, *arguments, **options)

    monkeypatch.setattr(socket.socket, "connect", connect_here)
    monkeypatch.setattr(socket, "getaddrinfo", look_up_here)
