"""No secret is ever echoed."""

from __future__ import annotations

import json

import pytest

from backbone.settings import Settings, SettingsError
from backbone.settings.masking import LONGEST, LONGEST_NAME, masked, shown
from tests.backbone.stack import LOCATION, findings

SECRETS = [
    "Endpoint=sb://bus.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=c2VjcmV0c2VjcmV0",
    "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV0c2VjcmV0",
    "SharedAccessSignature sr=x&sig=c2VjcmV0c2VjcmV0&se=1",
    "https://a.blob.core.windows.net/c?sv=1&sig=c2VjcmV0c2VjcmV0",
    "password=c2VjcmV0c2VjcmV0",
    "Password: c2VjcmV0c2VjcmV0",
    "my passphrase c2VjcmV0c2VjcmV0",
    "api key = c2VjcmV0c2VjcmV0",
    "token: c2VjcmV0c2VjcmV0",
    "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV=",
    "eyJhbGciOiJIUzI1NiJ9.c2VjcmV0c2VjcmV0.x",
    "v1:c2VjcmV0c2VjcmV0:c2VjcmV0c2VjcmV0",
    "https://user:c2VjcmV0c2VjcmV0@example.com/",
    "-----BEGIN PRIVATE KEY-----c2VjcmV0c2VjcmV0",
]
PLAIN = ["tracking@main", "password-resets", "tokens", "westeurope", "/subscriptions/1/x", "v1:draft", "monkeys"]


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_value_is_not_shown(secret: str) -> None:
    assert shown(secret) == "[secret]"


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize(
    "template",
    [
        '{"backbone:namespace": {"sku": "S"}}',
        '{"backbone:workload": "S"}',
        '{"backbone:mappings": {"id": "S"}}',
        '{"backbone:namespace": {"queues": {"inbox": {"userMetadata": {"S": "S"}}}}}',
        '{"backbone:alerts": {"emails": ["S", ["S"], {"S": 1}]}}',
        '{"backbone:access": {"callers": "S", "portal": "S"}}',
        '{"backbone:network": "S"}',
    ],
)
def test_no_finding_echoes_a_secret(template: str, secret: str) -> None:
    config = json.loads(template.replace("S", "SECRET").replace("SECRET", json.dumps(secret)[1:-1]))
    found = findings({**LOCATION, **config})
    assert found
    assert "c2VjcmV0c2VjcmV0" not in "\n".join(map(str, found))


@pytest.mark.parametrize("secret", [secret for secret in SECRETS if "passphrase" not in secret])
def test_no_finding_echoes_a_secret_that_stands_as_a_key(secret: str) -> None:
    for config in (
        {"backbone:mappings": {secret: "disabled"}},
        {"backbone:namespace": {secret: 1}},
        {f"backbone:{secret}": "1"},
    ):
        found = findings({**LOCATION, **config})
        assert found
        assert "c2VjcmV0c2VjcmV0" not in "\n".join(map(str, found))


@pytest.mark.parametrize("name", PLAIN)
def test_a_name_that_only_sounds_like_a_secret_is_shown_as_a_key(name: str) -> None:
    assert masked(name) == name


def test_a_value_is_shown_by_its_kind_or_cut() -> None:
    assert shown({"a": 1}) == "a mapping"
    assert shown({}) == "an empty mapping"
    assert shown([1]) == "a list"
    assert shown([]) == "an empty list"
    assert shown(None) == "null"
    assert shown(1.5) == "1.5"
    assert shown('a "b"') == '"a \\"b\\""'
    assert shown("ü" * (LONGEST + 1)) == f'"{"ü" * LONGEST}…"'


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\nb", r"a\nb"),
        ("\x1b[31mred", r"\u001b[31mred"),
        ("\x9b31m", r"\u009b31m"),
        ("\x7f", r"\u007f"),
        ("\u202eabc", r"\u202eabc"),
        ("\u2028", r"\u2028"),
        ("\ufffe", r"\ufffe"),
        ("\ud800", r"\ud800"),
        ("é 😀", "é 😀"),
    ],
)
def test_what_a_terminal_would_obey_is_shown_in_one_line_with_escapes(text: str, seen: str) -> None:
    assert shown(text) == f'"{seen}"'
    assert masked(text) == seen
    for config in ({"backbone:namespace": {text: 1}}, {f"backbone:{text}": "1"}, {"backbone:workload": text}):
        [finding] = findings({**LOCATION, **config})
        assert str(finding).isprintable()


def test_a_key_that_is_longer_than_any_name_is_cut() -> None:
    assert masked("k" * LONGEST_NAME) == "k" * LONGEST_NAME
    for key in ("k" * 100_000, "k." * 100_000):
        for config in ({"backbone:tags": {key: "x"}}, {f"backbone:{key}": "1"}, {"backbone:namespace": {key: 1}}):
            [finding] = findings({**LOCATION, **config})
            assert len(str(finding)) < 2_000


@pytest.mark.parametrize("key", ["backbone:tags", "backbone:workload", "azure-native:location"])
def test_an_encrypted_setting_is_refused_without_its_value(key: str) -> None:
    raw = {**LOCATION, key: "plaintextsecret"}
    with pytest.raises(SettingsError) as caught:
        Settings.parse(raw, secret_keys={key})
    [finding] = caught.value.findings
    assert str(finding) == (
        f"{key}: expected a plain value, because no setting is a secret, found [secret]. "
        "Set it again with pulumi config set, without --secret."
    )
    assert "plaintextsecret" not in str(caught.value)


def test_encrypted_keys_of_others_are_not_ours_to_refuse() -> None:
    settings = Settings.parse(
        {**LOCATION, "azure-native:clientSecret": "x", "other:key": "y"},
        secret_keys={"azure-native:clientSecret", "other:key"},
    )
    assert settings.location == "westeurope"
