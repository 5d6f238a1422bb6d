"""What the bot has to tell, as messages: a notice in, Telegram HTML and buttons out; one file a screen."""

from collections.abc import Callable
from typing import Any

from telegram import BotCommand, InlineQueryResult

from bot.cards.agenda import agenda
from bot.cards.away import away, leaving, members, stand_in, taken_over
from bot.cards.beginning import entered, twins
from bot.cards.brief import brief_card
from bot.cards.by_taps import log_kinds, log_picks, log_results
from bot.cards.comments import comment_sent, commented
from bot.cards.company import company_card, place
from bot.cards.correcting import answered, ask_in_words, correct_menu
from bot.cards.deal import deal_card
from bot.cards.deal_board import deal_board
from bot.cards.deal_history import deal_history
from bot.cards.deal_life import deal_life, others_bid, shared_with
from bot.cards.deal_passed import deal_passed, handed_over
from bot.cards.deals import deal_list
from bot.cards.digest import album, digest
from bot.cards.files import attached, sent_file, trip_months, trip_sheet
from bot.cards.found import found_list
from bot.cards.frame import Rendered
from bot.cards.helping import help_for, menu
from bot.cards.inline import choice
from bot.cards.logged import logged
from bot.cards.mine import mine, who_sees
from bot.cards.own_week import own_week
from bot.cards.person import person_card, shared_person
from bot.cards.picking import month_picks, step_picks, time_picks
from bot.cards.promises import promises
from bot.cards.reminder import reminder
from bot.cards.report import answer
from bot.cards.sentences import fault, not_a_log, refusal, stranger, unreadable
from bot.cards.settings import evening_line, own_settings, zone_offer
from bot.cards.shared import person_entered, person_known
from bot.cards.step_card import step_card
from bot.cards.taught import taught
from bot.cards.team_day import team_day
from bot.cards.tidy import tidy
from bot.cards.together import logged_together
from bot.cards.undone import undone
from bot.cards.visits import visit_card, visit_forgotten
from bot.cards.week import week
from bot.cards.welcome import language_choice, language_set, practice, practised, tips_off, welcome
from bot.cards.where_now import where_now
from bot.cards.whom import whom_picks
from bot.texts import Language, shorten, speak
from bot.texts.unbroken import unbroken
from core import notices
from core.notices import Notice, customers
from core.notices import mine as own
from core.notices.inline import InlinePage
from core.terms import Role

__all__ = ["Rendered", "choices", "commands", "render", "toast"]

LONGEST_TOAST = 200

SCREENS: dict[type[Notice], Callable[[Any, Language], Rendered]] = {
    notices.Stranger: stranger,
    notices.Refusal: refusal,
    notices.Fault: fault,
    notices.Logged: logged,
    notices.LoggedTogether: logged_together,
    notices.Undone: undone,
    notices.CorrectMenu: correct_menu,
    notices.AskInWords: ask_in_words,
    notices.Answered: answered,
    notices.NotALog: not_a_log,
    notices.Unreadable: unreadable,
    notices.Welcome: welcome,
    notices.LanguageChoice: language_choice,
    notices.LanguageSet: language_set,
    notices.Practice: practice,
    notices.Practised: practised,
    notices.TipsOff: tips_off,
    notices.Help: help_for,
    notices.Agenda: agenda,
    notices.Week: week,
    notices.Promises: promises,
    notices.Tidy: tidy,
    notices.Twins: twins,
    notices.Entered: entered,
    notices.DealBoard: deal_board,
    notices.DealList: deal_list,
    notices.DealCard: deal_card,
    notices.DealHistory: deal_history,
    notices.HandedOver: handed_over,
    notices.DealPassed: deal_passed,
    notices.Commented: commented,
    notices.CommentSent: comment_sent,
    notices.TeamDay: team_day,
    notices.Answer: answer,
    notices.Digest: digest,
    notices.OwnWeek: own_week,
    notices.DigestAlbum: album,
    notices.Away: away,
    notices.DealLife: deal_life,
    notices.OthersBid: others_bid,
    notices.SharedWith: shared_with,
    notices.StandIn: stand_in,
    notices.Members: members,
    notices.Leaving: leaving,
    notices.TakenOver: taken_over,
    notices.StepCard: step_card,
    notices.Reminder: reminder,
    notices.OwnSettings: own_settings,
    notices.EveningLine: evening_line,
    notices.StepPicks: step_picks,
    notices.MonthPicks: month_picks,
    notices.TimePicks: time_picks,
    notices.Taught: taught,
    notices.LogKinds: log_kinds,
    notices.LogResults: log_results,
    notices.LogPicks: log_picks,
    notices.WhomPicks: whom_picks,
    own.Mine: mine,
    own.WhoSees: who_sees,
    customers.FoundList: found_list,
    customers.CompanyCard: company_card,
    customers.PersonCard: person_card,
    customers.Brief: brief_card,
    customers.SharedPerson: shared_person,
    customers.Place: place,
    customers.WhereNow: where_now,
    notices.PersonKnown: person_known,
    notices.PersonEntered: person_entered,
    notices.Attached: attached,
    notices.SentFile: sent_file,
    notices.TripMonths: trip_months,
    notices.TripSheet: trip_sheet,
    notices.VisitCard: visit_card,
    notices.VisitForgotten: visit_forgotten,
    notices.ZoneOffer: zone_offer,
}


def render(notice: Notice, language: str) -> Rendered:
    """The notice as a message in that language, within Telegram's limits whatever its values."""
    return SCREENS[type(notice)](notice, speak(language))


def toast(key: str, language: str) -> str:
    """The short text that answers a tap, at most 200 characters. Raises KeyError for an unknown key."""
    return unbroken(shorten(speak(language).plain(key), LONGEST_TOAST))


def choices(page: InlinePage, language: str) -> list[InlineQueryResult]:
    """Customers to choose from in any chat; choosing one sends their card there."""
    return [choice(entry, speak(language)) for entry in page.entries]


def commands(role: Role | None, language: str) -> list[BotCommand]:
    """The commands of a role for Telegram's menu; None: somebody who is not of the team."""
    return menu(role, speak(language))
