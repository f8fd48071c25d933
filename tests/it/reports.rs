//! The report: every figure is a sum over records.

use crate::app::TestApp;

#[tokio::test]
async fn a_sale_moves_the_report_by_exactly_that() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let before = clerk.report(2024, "salesRevenueYuan produceRevenueYuan").await;
    assert_eq!(before["produceRevenueYuan"], "0.00");
    clerk.record_sale("2024-08-01", "10.5", "52.50").await;
    let after = clerk.report(2024, "salesRevenueYuan produceRevenueYuan").await;
    assert_eq!(after["salesRevenueYuan"], "52.50");
    assert_eq!(after["produceRevenueYuan"], "52.50");
    app.verified().await;
}
