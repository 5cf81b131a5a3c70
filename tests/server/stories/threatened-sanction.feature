Feature: They warned me that I may be sanctioned
  Somebody came late to an appointment and is asked for their reasons. Nothing has been decided, so the letter gives
  reasons and asks nobody to look at a decision again.

  Scenario: My bus was cancelled
    Given I start the interview at "letters.yml"
    And I get to "check" with this data:
      | var | value |
      | a.problems[i].door | warned |
      | a.writer_kind | claimant |
      | a.others_see | no |
      | a.nation | wales |
      | a.benefit | universal-credit |
      | a.problems[i].warned_day | 18/11/2026 |
      | a.problems[i].warning_came_by | to-do |
      | a.problems[i].warning_words | Tell us why you were late. |
      | a.problems[i].answer_by | 25/11/2026 |
      | a.problems[i].failure_kind | late-for-appointment |
      | a.problems[i].their_day | 17/11/2026 |
      | a.problems[i].sides['had-reason'] | True |
      | a.problems[i].account | The 8.15 bus was cancelled. The next one came at 9.05. |
      | a.problems[i].reason_ticks['travel'] | True |
      | a.problems[i].reason[j].fact | The 8.15 bus was cancelled. |
      | a.problems[i].reason[j].effect | I could not be there before 9.40. |
      | a.problems[i].groups['none'] | True |
      | a.problems[i].done_state | rebooked |
      | a.problems[i].done_on_day | 26/11/2026 |
      | a.name | Ben Sample |
      | a.claimant_address | 22 Example Road\nTesttown\nTE1 3ST |
    Then I tap to continue
    And I should see the phrase "They want your answer by 25 November 2026"
    And I should see the phrase "The 8.15 bus was cancelled."
    And I should not see the phrase "mandatory reconsideration"
