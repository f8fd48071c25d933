"""Asks a server with Python's gql, over HTTP and over a WebSocket. The arguments are the server's address and a clerk's token."""

import asyncio
import sys

from gql import Client, gql
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.exceptions import TransportQueryError
from gql.transport.websockets import WebsocketsTransport

URL, TOKEN = sys.argv[1:]

GROWERS = gql("""
    query Growers($first: Int!, $after: String) {
      growers(first: $first, after: $after) {
        nodes { id name }
        pageInfo { hasNextPage endCursor }
      }
    }
""")
NODE = gql("query Node($id: ID!) { node(id: $id) { __typename id ... on Grower { name } } }")
RECORD = gql("mutation Record($input: RecordSaleInput!) { recordSale(input: $input) { sale { id } } }")
RECORD.variable_values = {
    "input": {
        "soldOn": "2026-08-04",
        "channel": "MARKET",
        "regionCode": "500235136001",
        "varietyCode": "fengshui-pear",
        "quantityKg": "1",
        "amountYuan": "5",
    }
}
WATCHED = gql('subscription { reportChanged(regionCode: "500235136", year: 2026) { year salesRevenueYuan } }')


async def growers(session):
    """All growers, a page at a time."""
    after = None
    while True:
        GROWERS.variable_values = {"first": 2, "after": after}
        page = (await session.execute(GROWERS))["growers"]
        for grower in page["nodes"]:
            yield grower
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


async def asked(session):
    found = [grower async for grower in growers(session)]
    assert len(found) == 3, found
    NODE.variable_values = {"id": found[0]["id"]}
    assert (await session.execute(NODE))["node"] == {"__typename": "Grower", **found[0]}
    NODE.variable_values = {"id": "nobody's"}
    try:
        await session.execute(NODE)
    except TransportQueryError as refusal:
        assert refusal.errors[0]["extensions"]["code"] == "NOT_FOUND", refusal.errors
    else:
        raise AssertionError("an id that is nobody's was found")


async def watched(session):
    """What is recorded comes to whoever watches. A sale that the server recorded before it began to watch does not, so that another follows."""
    answers = session.subscribe(WATCHED)
    first = asyncio.ensure_future(anext(answers))
    while not first.done():
        await session.execute(RECORD)
        await asyncio.wait({first}, timeout=1)
    assert first.result()["reportChanged"]["year"] == 2026, first.result()
    await answers.aclose()


async def main():
    headers = {"Authorization": f"Bearer {TOKEN}"}
    # The schema is fetched, and documents are checked against it before they are sent.
    over_http = Client(transport=AIOHTTPTransport(url=URL, headers=headers), fetch_schema_from_transport=True)
    async with over_http as session:
        await asked(session)
    socket = WebsocketsTransport(url=URL.replace("http", "ws", 1), init_payload=headers)
    async with Client(transport=socket, fetch_schema_from_transport=True) as session:
        await asked(session)
        await watched(session)
    print("gql holds")


asyncio.run(asyncio.wait_for(main(), 60))
