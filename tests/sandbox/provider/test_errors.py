from sandbox.provider.errors import azure_text, error_body


def test_an_error_of_azure_reads_as_the_provider_prints_it() -> None:
    assert azure_text(400, "BadRequest", "No.") == 'Status=400 Code="BadRequest" Message="No."'


def test_quotes_and_line_ends_are_escaped_and_other_letters_are_not() -> None:
    assert azure_text(404, "X", 'The "é"\nis gone') == r'Status=404 Code="X" Message="The \"é\"\nis gone"'


def test_an_error_body_has_azure_s_shape() -> None:
    assert error_body("X", "No.") == '{"error":{"code":"X","message":"No."}}'
