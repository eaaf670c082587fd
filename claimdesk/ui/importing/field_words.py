"""What the fields of an order are called, for the columns of a file and for what an import changes."""

from __future__ import annotations

from PySide6.QtCore import QObject

# fields of a format file and of the store that mean the same to the operator
SAME = {
    "subtotal_minor": "subtotal", "shipping_minor": "shipping", "tax_minor": "tax", "discount_minor": "discount",
    "total_minor": "total", "refund_minor": "refund", "price_minor": "line_price", "line.price_minor": "line_price",
    "line.tax_minor": "line_tax", "line.shipping_minor": "line_shipping", "line.discount_minor": "line_discount",
    "line.status": "line_status", "ship_address1": "ship_address",
    "ship_address3": "ship_address", "ship_address4": "ship_address", "ship_name": "ship_to", "line_id": "line",
}  # fmt: skip


class FieldWords(QObject):
    """Names in the language shown now; a field nobody named keeps its own."""

    def field(self, name: str) -> str:
        """What a field is called."""
        known = {**self._order(), **self._people(), **self._money(), **self._times(), **self._parts(), **self._events()}
        bare = SAME.get(name, name)
        for prefix in ("line.", "shipment."):
            if bare not in known and bare.startswith(prefix):
                bare = SAME.get(bare.removeprefix(prefix), bare.removeprefix(prefix))
        return known.get(bare, bare.replace("_", " "))

    def _order(self) -> dict[str, str]:
        return {
            "order_no": self.tr("Order number"),
            "platform": self.tr("Platform"),
            "shop": self.tr("Shop"),
            "marketplace": self.tr("Marketplace"),
            "seller_ref": self.tr("Your own number"),
            "status": self.tr("Status"),
            "substatus": self.tr("Status of the platform"),
            "fulfilment": self.tr("Who ships"),
            "is_business": self.tr("Business buyer"),
            "cancel_requested": self.tr("Cancellation asked for"),
            "buyer_note": self.tr("Buyer’s note"),
            "seller_note": self.tr("Your note"),
            "payment_method": self.tr("Payment method"),
            "payment_status": self.tr("Payment status"),
        }

    def _people(self) -> dict[str, str]:
        return {
            "buyer_name": self.tr("Buyer name"),
            "buyer_username": self.tr("Buyer’s user name"),
            "buyer_email": self.tr("Buyer’s e-mail"),
            "buyer_phone": self.tr("Buyer’s phone"),
            "ship_to": self.tr("Recipient"),
            "ship_address": self.tr("Address"),
            "ship_address2": self.tr("Second address line"),
            "ship_city": self.tr("City"),
            "ship_state": self.tr("State or province"),
            "ship_postal_code": self.tr("Postal code"),
            "ship_country": self.tr("Country"),
            "ship_phone": self.tr("Recipient’s phone"),
        }

    def _money(self) -> dict[str, str]:
        return {
            "currency": self.tr("Currency"),
            "subtotal": self.tr("Subtotal"),
            "shipping": self.tr("Shipping"),
            "tax": self.tr("Tax"),
            "seller_tax": self.tr("Tax that the seller collected"),
            "discount": self.tr("Discount"),
            "shipping_discount": self.tr("Discount on shipping"),
            "total": self.tr("Order total"),
            "adjusted_total": self.tr("Order total after refunds"),
            "refund": self.tr("Refund"),
            "unit_price": self.tr("Price of one"),
            "line_price": self.tr("Price of the item"),
            "line_tax": self.tr("Tax on the item"),
            "line_shipping": self.tr("Shipping of the item"),
            "line_shipping_tax": self.tr("Tax on shipping"),
            "gift_wrap": self.tr("Gift wrap"),
            "gift_wrap_tax": self.tr("Tax on gift wrap"),
            "line_discount": self.tr("Discount on the item"),
            "line_shipping_discount": self.tr("Discount on the item’s shipping"),
        }

    def _times(self) -> dict[str, str]:
        return {
            "purchased_at": self.tr("Ordered at"),
            "paid_at": self.tr("Paid at"),
            "ship_by": self.tr("Ship by"),
            "deliver_from": self.tr("Earliest delivery"),
            "deliver_by": self.tr("Latest delivery"),
            "shipped_at": self.tr("Shipped at"),
            "delivered_at": self.tr("Delivered at"),
            "cancelled_at": self.tr("Cancelled at"),
            "source_updated_at": self.tr("Changed at the platform"),
            "first_scan_at": self.tr("First scan"),
            "last_scan_at": self.tr("Last scan"),
        }

    def _parts(self) -> dict[str, str]:
        return {
            "line": self.tr("Items"),
            "line_no": self.tr("Line number"),
            "shipment": self.tr("Parcels"),
            "sku": self.tr("SKU"),
            "item_ref": self.tr("Item number"),
            "title": self.tr("Item"),
            "variation": self.tr("Variation"),
            "quantity": self.tr("Quantity"),
            "quantity_shipped": self.tr("Quantity shipped"),
            "line_status": self.tr("Status of the item"),
            "tracking_no": self.tr("Tracking number"),
            "carrier": self.tr("Carrier"),
            "service": self.tr("Shipping service"),
            "items_blob": self.tr("List of items"),
            "tracking_blob": self.tr("List of tracking numbers"),
        }

    def _events(self) -> dict[str, str]:
        return {
            "case_ref": self.tr("Number at the platform"),
            "case_ref2": self.tr("Second number at the platform"),
            "claim_ref": self.tr("Claim number"),
            "return_tracking_no": self.tr("Tracking number of the return"),
            "original_order_no": self.tr("Original order"),
            "settlement_id": self.tr("Settlement"),
            "transaction_type": self.tr("Kind of transaction"),
            "case_status": self.tr("Status of the return"),
            "case_reason": self.tr("Reason"),
            "claim_flag": self.tr("Claim opened"),
            "claim_status": self.tr("Status of the claim"),
            "claim_reason": self.tr("Reason of the claim"),
            "return_carrier": self.tr("Carrier of the return"),
            "disposition": self.tr("Condition"),
            "resolution": self.tr("Resolution"),
            "in_policy": self.tr("Within the return policy"),
            "label_payer": self.tr("Who pays the label"),
            "label_cost": self.tr("Cost of the label"),
            "comment": self.tr("Buyer’s comment"),
            "response": self.tr("Your answer"),
            "event_at": self.tr("Happened at"),
            "received_at": self.tr("Received at"),
            "claim_at": self.tr("Claim opened at"),
            "rating": self.tr("Rating"),
            "returned_quantity": self.tr("Quantity returned"),
            "refunded": self.tr("Amount refunded"),
            "claim_amount": self.tr("Amount of the claim"),
            "event_total": self.tr("Transaction total"),
            "product_sales": self.tr("Product sales"),
            "product_tax": self.tr("Tax on product sales"),
            "shipping_credit": self.tr("Shipping credit"),
            "shipping_credit_tax": self.tr("Tax on shipping credit"),
            "gift_credit": self.tr("Gift wrap credit"),
            "gift_credit_tax": self.tr("Tax on gift wrap credit"),
            "regulatory_fee": self.tr("Regulatory fee"),
            "regulatory_fee_tax": self.tr("Tax on regulatory fee"),
            "rebates": self.tr("Promotional rebates"),
            "rebates_tax": self.tr("Tax on rebates"),
            "event.return_requested": self.tr("Return requested"),
            "event.return_authorised": self.tr("Return authorised"),
            "event.return_received": self.tr("Return received"),
            "event.refunded": self.tr("Refunded"),
            "event.claim": self.tr("Claim"),
            "event.safe_t": self.tr("SAFE-T claim"),
            "event.chargeback": self.tr("Chargeback"),
            "event.feedback": self.tr("Feedback"),
            "event.replacement": self.tr("Replacement"),
            "event.transaction": self.tr("Transaction"),
        }
