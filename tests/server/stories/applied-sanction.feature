Feature: They told me I am sanctioned
  A sanction for one missed appointment, told in the journal three weeks ago, so in time. Today is Monday 23 November 2026.

  Scenario: I was ill and rang as soon as I could
    Given I start the interview at "letters.yml"
    And I get to "check" with this data:
      | var | value |
      | a.problems[i].door | sanctioned |
      | a.writer_kind | claimant |
      | a.others_see | no |
      | a.nation | england |
      | a.benefit | universal-credit |
      | a.problems[i].sent_day | 02/11/2026 |
      | a.problems[i].came_by | journal |
      | a.problems[i].failure_kind | missed-appointment |
      | a.problems[i].their_day | 14/10/2026 |
      | a.problems[i].their_words | You failed to attend your work search review. |
      | a.problems[i].sides['had-reason'] | True |
      | a.problems[i].account | I woke at five with a migraine.\nI was sick until the afternoon. |
      | a.problems[i].reason_ticks['ill'] | True |
      | a.problems[i].reason[j].fact | I had a migraine with vomiting. |
      | a.problems[i].reason[j].effect | I could not stand up or look at a screen. |
      | a.problems[i].reason[j].began_day | 14/10/2026 |
      | a.problems[i].reason[j].ended_day | 15/10/2026 |
      | a.problems[i].groups['none'] | True |
      | a.problems[i].told_about['that-day'] | True |
      | a.problems[i].done_state | done |
      | a.problems[i].told_day_day | 14/10/2026 |
      | a.problems[i].told_how | phone |
      | a.problems[i].told_words | I am ill. Please give me a new appointment. |
      | a.problems[i].done_on_day | 16/10/2026 |
      | a.problems[i].days | 7 |
      | a.problems[i].says_reconsider_first | yes |
      | a.problems[i].papers | Call log of 14 October |
      | a.name | Ada Example |
      | a.claimant_address | 1 Sample Street\nTesttown\nTE1 2ST |
    Then I should see the phrase "I had a migraine with vomiting."
    And I tap to continue
    And I should see the phrase "Your letter is ready. It has NOT been sent"
    And I should see the phrase "It must be there by 2 December 2026"
