//! Exports: statistics as files, with any number of rows up to the limit. A CSV file is made while it is downloaded, so
//! that only one chunk is in memory. A workbook is a temporary file until it has been downloaded.

use std::{fs::File, sync::Arc};

use axum::{
    Extension, Router,
    body::Body,
    extract::{Path, RawQuery, State, rejection::PathRejection},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use tokio::{
    io::AsyncReadExt,
    sync::OwnedSemaphorePermit,
    time::{Duration, Instant, timeout_at},
};

use super::pages;
use crate::{
    graphql::READERS,
    http::{
        Service,
        answer::ResponseFormat,
        body::Refusal,
        sender::{Origin, Sender},
    },
};
use domain::{
    figures::statistics::{Export, PlannedExport, Row},
    registers::regions,
};
use store::error::{Error, Result};

mod csv;
mod names;
mod notes;
mod parameters;
mod reports;
mod sending;
mod table;
mod xlsx;

pub(crate) use reports::{report, report_file};

use names::Format;
use sending::{Sending, sending};
use table::Table;
use xlsx::Book;

/// The instant of the records that an export sums up.
pub(crate) const AS_OF: HeaderName = HeaderName::from_static("x-as-of");

/// How many rows are written at once: few enough not to delay other tasks.
const ROWS_OF_A_PIECE: usize = 500;
/// How many bytes of a finished file are sent at once.
const BYTES_OF_A_PIECE: usize = 64 * 1024;

/// The exports' routes.
pub(crate) fn routes() -> Router<Arc<Service>> {
    Router::new().route("/exports/{file}", get(export))
}

/// Answers `/exports/{subject}.{csv|xlsx}`.
async fn export(
    State(service): State<Arc<Service>>,
    Extension(origin): Extension<Origin>,
    Extension(sender): Extension<Sender>,
    path: Result<Path<String>, PathRejection>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let format = ResponseFormat::of(&headers, &origin.request_id);
    // A path that is not UTF-8 is treated as an empty name, which no file has.
    let file = path.map(|Path(file)| file).unwrap_or_default();
    let answer = service.export(&sender, origin.request_id, &file, query.as_deref().unwrap_or_default()).await;
    answer.unwrap_or_else(|refusal| refusal.answer(&format))
}

/// An error as the refusal of an export. Its field is the parameter with the same name as the filter's field.
fn refusal(mut error: Error) -> Refusal {
    error.field = error.field.map(|field| field.trim_start_matches("filter.").to_owned());
    pages::refusal(error)
}

impl Service {
    async fn export(&self, sender: &Sender, request_id: String, file: &str, query: &str) -> Result<Response, Refusal> {
        let (subject, format) = names::read(file).ok_or_else(|| refusal(Error::nothing_here("此文件", "file")))?;
        let actor = sender.caller.allow(READERS).map_err(refusal)?;
        let asked = parameters::read(subject, query).map_err(refusal)?;
        let settings = &self.config.exports;
        let busy = |_| Refusal::new(StatusCode::SERVICE_UNAVAILABLE, Error::too_many_exports(settings.at_once));
        let place = self.exports.clone().try_acquire_owned().map_err(busy)?;
        let limit = Limit { time: settings.time, deadline: Instant::now() + settings.time };
        let beginning = async {
            let (database, code, request) = (&self.database, &asked.region_code, asked.request.clone());
            let region = regions::get_within(database.reader(), &actor.scope(), code, "filter.regionCode").await?;
            let planned = PlannedExport::of(database, region, request, asked.filter()?, settings.bounds).await?;
            let mut export = planned.begin(database, asked.as_of()?).await?;
            // An error in the first chunk can still be answered with a status.
            let first = export.next().await?.unwrap_or_default();
            Ok((export, first))
        };
        let (export, first) = limit.wait_for(beginning).await?;
        let as_of = HeaderValue::from_str(&export.about.as_of.to_string());
        let name = names::disposition(&export, format);
        let making = Making { place, limit, request_id };
        let mut response = match format {
            Format::Csv => making.csv(export, first),
            Format::Xlsx => making.xlsx(export, first, &asked.only()).await?,
        };
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, format.media());
        headers.insert(header::CONTENT_DISPOSITION, name);
        if let Ok(as_of) = as_of {
            headers.insert(AS_OF, as_of);
        }
        Ok(response)
    }
}

/// When an export must have been downloaded.
#[derive(Debug, Clone, Copy)]
struct Limit {
    time: Duration,
    deadline: Instant,
}

impl Limit {
    /// Waits for work, but not beyond the deadline.
    async fn wait_for<T>(self, work: impl Future<Output = Result<T>>) -> Result<T, Refusal> {
        let took_too_long = |_| Refusal::new(StatusCode::SERVICE_UNAVAILABLE, self.error());
        timeout_at(self.deadline, work).await.map_err(took_too_long)?.map_err(refusal)
    }

    fn error(self) -> Error {
        let seconds = self.time.as_secs();
        Error::too_complex(
            format!("导出超时：最长 {seconds} 秒"),
            format!("the export took too long: at most {seconds} s"),
        )
    }
}

/// A file that is being made, with its permit.
struct Making {
    place: OwnedSemaphorePermit,
    limit: Limit,
    request_id: String,
}

impl Making {
    /// Sends a file while it is made.
    fn csv(self, export: Export, first: Vec<Row>) -> Response {
        let (sending, body) = sending();
        self.answer(body, make_csv(export, first, sending))
    }

    /// Makes a file, and then sends it.
    async fn xlsx(self, export: Export, first: Vec<Row>, only: &[(String, String)]) -> Result<Response, Refusal> {
        let (book, notes) = self.limit.wait_for(make_book(export, first, only)).await?;
        let Self { place, limit, request_id } = self;
        // Blocking work runs to its end even if nobody waits for it any more. It keeps the permit until then.
        let finishing = blocking(move || {
            let file = book.finish(&notes)?;
            let length = file.metadata().map_err(Error::internal)?.len();
            Ok((file, length, place))
        });
        let (file, length, place) = limit.wait_for(finishing).await?;
        let (sending, body) = sending();
        let mut response = Self { place, limit, request_id }.answer(body, send(file, sending));
        response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
        Ok(response)
    }

    /// A response whose body is written by a task of its own, so that the permit is returned at the deadline, whether
    /// or not the client reads the file.
    fn answer(self, body: Body, handing_over: impl Future<Output = Result<()>> + Send + 'static) -> Response {
        tokio::spawn(async move {
            let Self { place, limit, request_id } = self;
            let done = timeout_at(limit.deadline, handing_over).await.unwrap_or_else(|_| Err(limit.error()));
            if let Err(error) = done {
                error.log(&request_id);
                tracing::warn!(request_id, %error, "an export was aborted");
            }
            drop(place);
        });
        body.into_response()
    }
}

/// Sends the lines of a table, each chunk before the next one is read.
async fn make_csv(mut export: Export, first: Vec<Row>, sending: Sending) -> Result<()> {
    let table = Table::of(&export);
    let mut piece = csv::headings(&table.columns())?;
    let mut chunk = Some(first);
    while let Some(rows) = chunk {
        for rows in rows.chunks(ROWS_OF_A_PIECE) {
            piece.extend(csv::lines(rows.iter().map(|row| table.line(row, &export.names)))?);
            if sending.piece(std::mem::take(&mut piece)).await.is_err() {
                return Ok(());
            }
        }
        chunk = export.next().await?;
    }
    // Without rows, there are still the headings.
    if piece.is_empty() || sending.piece(piece).await.is_ok() {
        sending.end().await;
    }
    Ok(())
}

/// Makes a workbook with the lines of a table, and the notes for its second sheet.
async fn make_book(mut export: Export, first: Vec<Row>, only: &[(String, String)]) -> Result<(Book, Vec<Vec<String>>)> {
    let table = Table::of(&export);
    let columns = table.columns();
    let mut book = blocking(move || Book::begin("数据 Data", &columns)).await?;
    let mut chunk = Some(first);
    while let Some(rows) = chunk {
        let lines: Vec<_> = rows.iter().map(|row| table.line(row, &export.names)).collect();
        drop(rows);
        book = blocking(move || book.add(&lines)).await?;
        chunk = export.next().await?;
    }
    Ok((book, notes::notes(&export, &table, only)))
}

/// Sends a finished file.
async fn send(file: File, sending: Sending) -> Result<()> {
    let mut file = tokio::fs::File::from_std(file);
    loop {
        let mut piece = vec![0; BYTES_OF_A_PIECE];
        let length = file.read(&mut piece).await.map_err(Error::internal)?;
        if length == 0 {
            sending.end().await;
            return Ok(());
        }
        piece.truncate(length);
        if sending.piece(piece).await.is_err() {
            return Ok(());
        }
    }
}

/// Runs blocking work on a thread of its own, so that it does not delay other tasks.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Error::no_room)?
}
