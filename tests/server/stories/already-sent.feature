Feature: I have already sent a letter
  A mandatory reconsideration was refused. The time to appeal runs from the date on the notice. Who does not know what
  to do next is told; who wants to appeal gets the reasons for it.

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

  Scenario: I appeal to the tribunal
    Given I start the interview at "letters.yml"
    And I get to "check" with this data:
      | var | value |
      | a.problems[i].door | sent |
      | a.problems[i].next_group | answer-came |
      | a.problems[i].next_kind | appeal-grounds |
      | a.writer_kind | claimant |
      | a.others_see | no |
      | a.nation | england |
      | a.benefit | universal-credit |
      | a.problems[i].next_dated_day | 21/09/2026 |
      | a.problems[i].next_failure | missed-call |
      | a.problems[i].next_failure_on_day | 09/09/2026 |
      | a.problems[i].appeal_outcome | refused |
      | a.problems[i].appeal_notice_dated_day | 09/11/2026 |
      | a.problems[i].appeal_asked_on_day | 01/10/2026 |
      | a.problems[i].findings[j].quote | You were contacted on 9 September and did not answer. |
      | a.problems[i].findings[j].answer | My phone shows no call between 10:00 and 12:30 that day. |
      | a.problems[i].findings[j].another | no |
      | a.problems[i].appeal_left_out | The list of calls, which I sent on 1 October. |
      | a.problems[i].appeal_tells_it_the_same | yes |
      | a.problems[i].appeal_hearing | hearing |
      | a.name | Nadia Example |
      | a.claimant_address | 9 Model Close\nTesttown\nTE7 8ST |
    Then I tap to continue
    And I should see the phrase "It has NOT been sent"
    And I should see the phrase "9 December 2026"
    And I should see the phrase "My phone shows no call between 10:00 and 12:30 that day."
