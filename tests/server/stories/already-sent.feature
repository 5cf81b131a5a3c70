Feature: I have already sent a letter
  A mandatory reconsideration was refused. The time to appeal runs from the date on the notice.

  Scenario: The decision was not changed
    Given I start the interview at "letters.yml"
    And I get to "check" with this data:
      | var | value |
      | a.problems[i].door | sent |
      | a.problems[i].next_group | not-sure |
      | a.writer_kind | claimant |
      | a.others_see | no |
      | a.nation | england |
      | a.benefit | universal-credit |
      | a.problems[i].sent_what | mandatory-reconsideration |
      | a.problems[i].sent_on_day | 05/10/2026 |
      | a.problems[i].answer | refused |
      | a.problems[i].answer_dated_day | 12/11/2026 |
      | a.problems[i].answer_received_day | 16/11/2026 |
    Then I tap to continue
    And I should see the phrase "There is no letter to send now"
    And I should see the phrase "12 December 2026"
