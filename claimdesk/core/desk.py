"""One data folder, opened: the store and every service that speaks through it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from claimdesk.core.cases.cases import Cases
from claimdesk.core.cases.claimants import Claimants
from claimdesk.core.cases.missing import KnownScenarios
from claimdesk.core.cases.outcomes import Outcomes
from claimdesk.core.cases.prior_contact import PriorContacts
from claimdesk.core.cases.similar import SimilarCases
from claimdesk.core.cases.template_use import TemplateUses
from claimdesk.core.deadlines.deadlines import Deadlines
from claimdesk.core.health.defect_rates import DefectRates
from claimdesk.core.importing.imports import Imports
from claimdesk.core.intake.intake import Intake
from claimdesk.core.intake.notices import Notices
from claimdesk.core.knowledge.guides import Guide, load_guides
from claimdesk.core.knowledge.wording import Wording
from claimdesk.core.messages.messages import Messages
from claimdesk.core.orders.orders import Orders
from claimdesk.core.policy.policy import Policy
from claimdesk.core.remedies.remedies import Remedies
from claimdesk.core.replies.replies import Replies
from claimdesk.core.replies.revisions import Revisions
from claimdesk.core.reporting.calendar_file import CalendarFiles
from claimdesk.core.reporting.cost_files import CostFiles
from claimdesk.core.reporting.dossier import Dossiers
from claimdesk.core.reporting.overviews import Overviews
from claimdesk.core.reporting.reports import Reports
from claimdesk.core.reporting.template_files import TemplateFiles
from claimdesk.core.sample.sample import Sample
from claimdesk.core.scenarios.checks import References
from claimdesk.core.scenarios.loader import Scenarios
from claimdesk.core.search.search import Search
from claimdesk.core.shop.shop import Shop
from claimdesk.core.shop.shops import Shops
from claimdesk.core.storage.store import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a window or a command line asks; safe to use from one writing and one reading thread at a time."""

    folder: Path
    store: Store
    wording: Wording
    shop: Shop
    shops: Shops
    orders: Orders
    imports: Imports
    deadlines: Deadlines
    policy: Policy
    outcomes: Outcomes
    replies: Replies
    revisions: Revisions
    template_files: TemplateFiles
    template_uses: TemplateUses
    remedies: Remedies
    cost_files: CostFiles
    scenarios: Scenarios
    references: References
    guides: tuple[Guide, ...]
    cases: Cases
    reports: Reports
    overviews: Overviews
    dossiers: Dossiers
    calendars: CalendarFiles
    sample: Sample
    defect_rates: DefectRates
    messages: Messages
    contacts: PriorContacts
    similar: SimilarCases
    claimants: Claimants
    notices: Notices
    search: Search

    @classmethod
    def open(cls, folder: Path) -> Desk:
        """The desk over one data folder, which is made when it is not there.

        Raises Problem when the data cannot be used (newer program, damaged, not writable, locked), and then
        leaves it as it was.
        """
        store = Store.open(folder)
        shop, orders, imports, messages = Shop(store), Orders(store), Imports(store), Messages(store)
        deadlines, policy = Deadlines.load(shop), Policy.load(shop)
        replies, outcomes, wording = Replies.load(), Outcomes.load(), Wording.load()
        revisions = Revisions(store, replies)
        known = References(
            rules={rule.id for rule in deadlines.all()}, outcomes={outcome.id for outcome in outcomes.all()},
            templates={template.id for template in replies.all()},
        )  # fmt: skip
        scenarios = Scenarios.load(folder / "scenarios", known)
        remedies = Remedies.load(orders, shop)
        cases = Cases(store, orders, scenarios, deadlines, outcomes, replies, policy, shop, wording, remedies)
        titles, rates = KnownScenarios(scenarios, outcomes, wording), DefectRates.load(store, orders)
        return cls(
            folder=folder,
            store=store,
            wording=wording,
            shop=shop,
            shops=Shops(store),
            orders=orders,
            imports=imports,
            deadlines=deadlines,
            policy=policy,
            outcomes=outcomes,
            replies=replies,
            revisions=revisions,
            template_files=TemplateFiles(revisions),
            template_uses=TemplateUses(store, outcomes, scenarios),
            remedies=remedies,
            cost_files=CostFiles(remedies.costs, orders),
            scenarios=scenarios,
            references=known,
            guides=load_guides(),
            cases=cases,
            reports=Reports(store, orders, cases),
            overviews=Overviews(orders, cases, shop, rates, outcomes),
            dossiers=Dossiers(folder, cases, deadlines, wording),
            calendars=CalendarFiles(cases, wording),
            sample=Sample(imports, orders, cases, shop, messages),
            defect_rates=rates,
            messages=messages,
            contacts=PriorContacts(orders, messages),
            similar=SimilarCases(store, orders, outcomes, replies, titles),
            claimants=Claimants(store, orders, titles),
            notices=Notices(Intake(deadlines.marketplaces), orders, cases, scenarios, messages),
            search=Search(store, orders, cases, messages, replies, scenarios),
        )

    def close(self) -> None:
        """Let go of the data folder."""
        self.store.close()
