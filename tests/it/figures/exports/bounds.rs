//! The limits on the size and number of exports, and what happens to a file that is not downloaded or cannot be
//! finished.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use http_body_util::BodyExt;
use tower::ServiceExt;

use super::{lines, path, sheet};
use crate::{
    app::{Client, TOWN, TestApp, eventually},
    figures::statistics::{SALES, days},
    service::wire::{Program, connect, read_to_end, refusal},
};

/// A town with a sale on each of this many days of 2024.
async fn town(days: usize) -> (TestApp, Client) {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    for day in 1..=days {
        clerk.record_sale(&format!("2024-01-{day:02}"), "1", "1").await;
    }
    (app, clerk)
}

#[tokio::test]
async fn more_rows_than_there_may_be_are_refused_where_that_is_known() {
    let (app, clerk) = town(4).await;
    let january = days(TOWN, "2024-01-01", "2024-01-31");
    for extension in ["csv", "xlsx"] {
        // The number of rows is known in advance for periods alone, after the first chunk, and for a workbook, which is
        // finished before it is sent.
        for (group_by, rows) in [(&["DAY"][..], 31), (&["DAY", "VARIETY"], 4)] {
            let path = path(SALES, extension, &january, group_by, "");
            let at = app.configured(&[("EXPORT_ROWS", &rows.to_string())]);
            assert_eq!(at.file(&clerk, &path).await.status.as_u16(), 200, "{path}");
            let above = app.configured(&[("EXPORT_ROWS", &(rows - 1).to_string())]);
            let refused = above.file(&clerk, &path).await;
            assert_eq!(refused.brief(), refusal(400, "TOO_COMPLEX"), "{path}");
            assert!(refused.message().contains(&format!("more than {} rows", rows - 1)), "{}", refused.message());
        }
    }
    let in_chunks = app.configured(&[("EXPORT_ROWS", "3"), ("EXPORT_CHUNK_ROWS", "1")]);
    let path = path(SALES, "xlsx", &january, &["DAY", "VARIETY"], "");
    assert_eq!(in_chunks.file(&clerk, &path).await.brief(), refusal(400, "TOO_COMPLEX"));
}

#[tokio::test]
async fn a_period_has_as_many_rows_as_are_made_at_once() {
    let (app, clerk) = town(3).await;
    let january = days(TOWN, "2024-01-01", "2024-01-31");
    for (group_by, what) in [(&["MONTH", "CHANNEL", "SEASON"][..], "months"), (&["CHANNEL", "SEASON"], "no periods")] {
        let path = path(SALES, "csv", &january, group_by, "");
        let settings = |rows: &'static str| [("EXPORT_CHUNK_ROWS", "1"), ("EXPORT_PERIOD_ROWS", rows)];
        let input = serde_json::json!({
            "soldOn": "2024-01-01", "channel": "ONLINE", "regionCode": TOWN, "varietyCode": "fengshui-pear", "quantityKg": "1", "amountYuan": "1"
        });
        clerk.change("recordSale", input, "__typename").await;
        assert_eq!(lines(&app.configured(&settings("2")).file(&clerk, &path).await).len(), 3, "{what}");
        let refused = app.configured(&settings("1")).file(&clerk, &path).await;
        assert_eq!(refused.brief(), refusal(400, "TOO_COMPLEX"), "{what}");
        assert!(refused.message().contains("more than 1 rows in a single period"), "{}", refused.message());
    }
}

#[tokio::test]
async fn a_file_that_becomes_too_long_is_broken_off() {
    let (app, clerk) = town(4).await;
    let settings = [("EXPORT_ROWS", "3"), ("EXPORT_CHUNK_ROWS", "1")];
    let path = path(SALES, "csv", &days(TOWN, "2024-01-01", "2024-01-31"), &["DAY", "VARIETY"], "");
    let short = app.configured(&settings);
    let answer = short.router().oneshot(short.request(&clerk, &path)).await.expect("an answer");
    assert_eq!(answer.status().as_u16(), 200);
    answer.into_body().collect().await.expect_err("no end");
    let address = app.listen(&settings).await;
    let request = format!(
        "GET {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: {}\r\nconnection: close\r\n\r\n",
        clerk.bearer()
    );
    let read = read_to_end(connect(address, request.as_bytes()).await).await;
    assert!(read.contains("Transfer-Encoding: chunked") && read.contains("2024-01-03"), "{read}");
    assert!(!read.ends_with("\r\n0\r\n\r\n"), "the connection is broken off: {read}");
    let whole = app.listen(&[("EXPORT_ROWS", "4"), ("EXPORT_CHUNK_ROWS", "1")]).await;
    let read = read_to_end(connect(whole, request.as_bytes()).await).await;
    assert!(read.ends_with("\r\n0\r\n\r\n"), "{read}");
}

#[tokio::test]
async fn a_file_is_made_no_faster_than_it_is_taken() {
    let (app, clerk) = town(1).await;
    let statements = Arc::new(AtomicUsize::new(0));
    let counter = statements.clone();
    let observed = app.observed(move |_| {
        counter.fetch_add(1, Ordering::SeqCst);
    });
    let observed = observed.configured(&[("EXPORT_CHUNK_ROWS", "10")]);
    let count = || statements.load(Ordering::SeqCst);
    let path = path(SALES, "csv", &days(TOWN, "2020-01-01", "2024-12-31"), &["DAY"], "");
    let answer = observed.router().oneshot(observed.request(&clerk, &path)).await.expect("an answer");
    let mut body = answer.into_body();
    // Those for the pieces in the queue and the one that waits for room, and no more.
    let mut waiting = count();
    eventually("the maker waits", async || {
        for _ in 0..1000 {
            tokio::task::yield_now().await;
        }
        std::mem::replace(&mut waiting, count()) == count()
    })
    .await;
    let made = count();
    let mut pieces = 0;
    while let Some(frame) = body.frame().await {
        pieces += usize::from(frame.expect("a piece").is_data());
    }
    assert!(pieces > 100, "{pieces}");
    assert!(made * 10 < count(), "{made} of {} statements before anything was taken", count());
}

#[tokio::test]
async fn so_many_files_are_made_at_once() {
    let (app, clerk) = town(1).await;
    let narrow = app.configured(&[("EXPORTS_AT_ONCE", "1"), ("EXPORT_CHUNK_ROWS", "10")]);
    let path = path(SALES, "csv", &days(TOWN, "2020-01-01", "2024-12-31"), &["DAY"], "");
    let answer = narrow.router().oneshot(narrow.request(&clerk, &path)).await.expect("an answer");
    let refused = narrow.file(&clerk, &path).await;
    assert_eq!((refused.brief(), refused.header("retry-after")), (refusal(503, "RATE_LIMITED"), Some("10")));
    assert!(refused.message().contains("at most 1 at once"), "{}", refused.message());
    // Errors of a request are still reported.
    assert_eq!(narrow.file(&clerk, &format!("{path}&x=1")).await.brief(), refusal(400, "INVALID_INPUT"));
    // A client that disconnects frees its place.
    drop(answer);
    eventually("the place is free", async || narrow.file(&clerk, &path).await.status.as_u16() == 200).await;
    assert_eq!(lines(&narrow.file(&clerk, &path).await).len(), 1828, "one after the other");
    let book = narrow.file(&clerk, &path.replace(".csv", ".xlsx")).await;
    assert_eq!(sheet(&book, "数据 Data").len(), 1828);
}

#[tokio::test]
async fn a_file_that_is_not_taken_in_time_is_broken_off() {
    let (app, clerk) = town(1).await;
    let hasty = app.configured(&[("EXPORTS_AT_ONCE", "1"), ("EXPORT_CHUNK_ROWS", "10"), ("EXPORT_SECONDS", "1")]);
    let path = path(SALES, "csv", &days(TOWN, "2020-01-01", "2024-12-31"), &["DAY"], "");
    let small = super::path(SALES, "csv", &days(TOWN, "2024-01-01", "2024-12-31"), &["YEAR"], "");
    let answer = hasty.router().oneshot(hasty.request(&clerk, &path)).await.expect("an answer");
    assert_eq!(hasty.file(&clerk, &small).await.status.as_u16(), 503);
    eventually("the place is free", async || hasty.file(&clerk, &small).await.status.as_u16() == 200).await;
    answer.into_body().collect().await.expect_err("no end");
}

#[tokio::test]
async fn a_file_may_take_longer_than_a_request() {
    let (app, clerk) = town(1).await;
    let settings = app.configured(&[("REQUEST_SECONDS", "1"), ("EXPORT_CHUNK_ROWS", "10")]);
    let path = path(SALES, "csv", &days(TOWN, "2020-01-01", "2024-12-31"), &["DAY"], "");
    let answer = settings.router().oneshot(settings.request(&clerk, &path)).await.expect("an answer");
    let began = std::time::Instant::now();
    eventually("a second has passed", async || began.elapsed().as_millis() > 1100).await;
    let body = answer.into_body().collect().await.expect("the whole file").to_bytes();
    assert_eq!(body.iter().filter(|byte| **byte == b'\n').count(), 1828);
}

#[tokio::test]
async fn a_folder_for_temporary_files_that_takes_none_is_an_ordinary_error() {
    let (app, clerk) = town(1).await;
    let program = Program::start(&app.url, &[("TMPDIR", "/there/is/no/such/folder")]).await;
    let ask = async |extension: &str| {
        let path = path(SALES, extension, &days(TOWN, "2024-01-01", "2024-01-31"), &["DAY"], "");
        let head = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\naccept-language: en\r\nconnection: close");
        let request = format!("{head}\r\nauthorization: {}\r\n\r\n", clerk.bearer());
        read_to_end(connect(program.address, request.as_bytes()).await).await
    };
    // Repeated more often than there are places, each of which must be free again.
    for _ in 0..3 {
        let refused = ask("xlsx").await;
        assert!(refused.starts_with("HTTP/1.1 500") && refused.contains("temporary files is full"), "{refused}");
    }
    assert!(ask("csv").await.starts_with("HTTP/1.1 200"), "what needs no such file is answered");
    let log = program.stopped().await;
    assert!(!log.contains("panicked"), "{log}");
    assert_eq!(
        log.lines().filter(|line| line.contains("request failed") && line.contains("os error")).count(),
        3,
        "{log}"
    );
}
