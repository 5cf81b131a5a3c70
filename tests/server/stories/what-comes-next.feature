Feature: I have done what they asked
  The task is done, and the sanction goes on day after day. The letter that ends the open-ended days comes first.

  Scenario: The task is done
    Given I start the interview at "letters.yml"
    And I get to "check" with this data:
      | var | value |
      | a.problems[i].door | sent |
      | a.problems[i].next_group | tell |
      | a.problems[i].next_kind | requirement-met |
      | a.writer_kind | claimant |
      | a.others_see | no |
      | a.nation | england |
      | a.benefit | universal-credit |
      | a.problems[i].next_dated_day | 03/11/2026 |
      | a.problems[i].next_failure | specific-task |
      | a.problems[i].met_what | I finished the course. |
      | a.problems[i].met_done_on_day | 20/11/2026 |
      | a.problems[i].met_is_open_ended | yes |
      | a.problems[i].met_reconsideration | asked |
      | a.name | Bea Sample |
    Then I tap to continue
    And I should see the phrase "Your letter is ready. It has NOT been sent"
    And I should see the phrase "Send it today"
    And I should see the phrase "19 November 2026"
