"""Denials: what they answer, what they do not, and what the same party admits beside them."""

from newsroom import about, article, findings_of

from summarizer.domain.finding import Verdict


def one(*paragraphs, outlet="Elvastad Post", published="2025-03-12"):
    return article("\n\n".join(paragraphs) + "\n", outlet=outlet, published=published)


def stances(finding):
    return {position.stance: [mention.quote.text for mention in position.mentions] for position in finding.positions}


ACCUSED = "Chile supplied artillery shells to Peru last month, Defence Minister Ana Reyes of Bolivia said on Tuesday."
DENIED = "Chile's foreign ministry denied supplying artillery shells to Peru."


def test_a_denial_stands_in_one_finding_with_what_it_denies():
    findings = findings_of(one("Bolivia accuses Chile", ACCUSED, DENIED))
    (denied,) = [f for f in findings if f.verdict is Verdict.DENIED]
    assert set(stances(denied)) == {"asserts", "denies"}
    assert any("supplied artillery shells" in words for words in stances(denied)["asserts"])
    assert any("denied supplying" in words for words in stances(denied)["denies"])
    assert "Chile" in denied.reason


def test_a_denial_in_another_article_answers_the_accusation():
    findings = findings_of(
        one("Bolivia accuses Chile of sending shells to Peru", ACCUSED, "The shells reached Peru by ship, Reyes said."),
        one(
            "Chile denies sending shells to Peru",
            "Chile on Wednesday denied that it had supplied artillery shells to Peru.",
            "Bolivia had accused Chile of supplying the shells.",
            outlet="Harbour Gazette",
        ),
    )
    denied = [f for f in findings if f.verdict is Verdict.DENIED]
    assert any({"asserts", "denies"} <= set(stances(f)) for f in denied)


def test_denials_of_two_matters_are_two_findings():
    findings = findings_of(
        one(
            "Bolivia accuses Chile",
            ACCUSED,
            DENIED,
            "Reyes also said that Chile hacked the computers of the election commission in Bolivia.",
            "Chile's foreign ministry rejected the claim that it hacked computers of the election commission.",
        )
    )
    denied = [f for f in findings if f.verdict is Verdict.DENIED]
    shells = [f for f in denied if any("shells" in words for words in stances(f)["denies"])]
    computers = [f for f in denied if any("computers" in words for words in stances(f)["denies"])]
    assert len(shells) == len(computers) == 1
    assert shells[0].id != computers[0].id


def test_a_denial_that_names_nothing_goes_by_what_stands_before_it():
    findings = findings_of(
        one(
            "Bolivia accuses Chile",
            ACCUSED,
            "Chile has denied the reports.",
            "A train was late in Elvastad, the railway said.",
        )
    )
    (denied,) = [f for f in findings if f.verdict is Verdict.DENIED]
    assert any("artillery shells" in words for words in stances(denied).get("asserts", []))


def test_a_party_that_does_not_deny_denies_nothing():
    findings = findings_of(one("Bolivia accuses Chile", ACCUSED, "Chile has not explicitly denied it."))
    assert not [f for f in findings if f.verdict is Verdict.DENIED]


def test_who_declines_to_comment_denies_nothing():
    findings = findings_of(one("Bolivia accuses Chile", ACCUSED, "Chile's foreign ministry declined to comment."))
    assert not [f for f in findings if f.verdict is Verdict.DENIED]


def test_an_admission_of_other_scope_stands_beside_the_denial():
    findings = findings_of(
        one(
            "Bolivia accuses Chile of sending drones",
            "Chile sent drones to Peru during the war, Defence Minister Ana Reyes of Bolivia said on Tuesday.",
            "Chile denied sending drones to Peru during the war.",
            "Chile admitted last year that it had sent drones to Peru before the war.",
        )
    )
    (denied,) = [f for f in findings if f.verdict is Verdict.DENIED]
    assert set(stances(denied)) == {"asserts", "denies", "admits"}
    assert "another scope" in denied.reason


def test_a_denial_is_no_refutation_and_takes_no_origin_away():
    findings = findings_of(one("Bolivia accuses Chile", ACCUSED, DENIED))
    (denied,) = [f for f in findings if f.verdict is Verdict.DENIED]
    assert denied.origins == 1
    assert denied.carriers == 1


def test_what_nobody_denies_is_not_denied():
    findings = findings_of(
        one("Bolivia accuses Chile", ACCUSED, DENIED, "Bolivia recalled its ambassador on Monday, Reyes said.")
    )
    recalled = about(findings, "recalled its ambassador")
    assert recalled
    assert Verdict.DENIED not in {finding.verdict for finding in recalled}


def test_a_conditional_is_not_what_is_denied():
    findings = findings_of(
        one("Bolivia warns Chile", "Any transfer of shells to Peru would be an escalation, Reyes of Bolivia said.", DENIED)
    )
    for finding in findings:
        if finding.verdict is Verdict.DENIED:
            assert not any("would be an escalation" in words for words in stances(finding).get("asserts", []))
