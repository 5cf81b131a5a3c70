Feature: They closed my claim
  There is no letter for it yet. What is shown is the month that runs, and where help is.

  Scenario: My claim was closed after a missed appointment
    Given I start the interview at "letters.yml"
    And I get to "check" with this data:
      | var | value |
      | a.problems[i].door | closed |
      | a.writer_kind | claimant |
      | a.others_see | no |
      | a.nation | england |
      | a.benefit | universal-credit |
      | a.problems[i].closed_on_day | 18/11/2026 |
      | a.problems[i].closed_words | We have closed your claim because you did not come. |
    Then I tap to continue
    And I should see the phrase "There is no letter to send now"
    And I should see the phrase "18 December 2026"
    And I should see the phrase "Citizens Advice"
