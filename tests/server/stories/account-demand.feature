Feature: They asked for a password, a log-in or a look into my account
  A work coach asks for the log-in of a job site. The letter offers to show the work search in another way.

  Scenario: I will show it on my own phone
    Given I start the interview at "letters.yml"
    And I get to "check" with this data:
      | var | value |
      | a.problems[i].door | asked |
      | a.writer_kind | claimant |
      | a.others_see | no |
      | a.nation | scotland |
      | a.benefit | universal-credit |
      | a.problems[i].demand_on_day | 16/11/2026 |
      | a.problems[i].demand_place | Testtown Jobcentre |
      | a.problems[i].demand_by | jobcentre |
      | a.problems[i].asker | my work coach |
      | a.problems[i].wanted | job-site-password |
      | a.problems[i].site | Find a job |
      | a.problems[i].demand_words | I need your log-in so that I can check it myself. |
      | a.problems[i].was_must | not-known |
      | a.problems[i].ways['own-device'] | True |
      | a.problems[i].offers[j].offer_on_day | 30/11/2026 |
      | a.problems[i].account_also_holds['messages'] | True |
      | a.problems[i].consent_claimed | no |
      | a.problems[i].permission_box_ticked | no |
      | a.problems[i].in_commitment | no |
      | a.problems[i].handed | no |
      | a.problems[i].demand_account | I said that I would show everything on my phone. |
      | a.problems[i].next_appointment | 30/11/2026 |
      | a.problems[i].told_about_demand | no |
      | a.name | Rosa Example |
    Then I tap to continue
    And I should see the phrase "Your letter is ready. It has NOT been sent"
    And I should see the phrase "Find a job"
    And I should see the phrase "30 November 2026"
