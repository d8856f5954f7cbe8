namespace Shouwang.Functions.Tests.CustomHandler;

/// <summary>Payloads as the host's own serialisers produce them.</summary>
static class Payloads
{
    public const string Text = """
        {"Data":{"item":"\"claim 42 ready\""},
         "Metadata":{"DequeueCount":"1","ExpirationTime":"2026-03-08T09:30:15+00:00","Id":"\"800ae4b3-bdd2-4c08-badd-f08e5a34b865\"",
          "InsertionTime":"2026-03-01T09:30:15+00:00","NextVisibleTime":"2026-03-01T09:40:15+00:00","PopReceipt":"\"AgAAAAMAAAAAAAAAAgtnj8x+1QE=\"",
          "sys":{"MethodName":"ProcessClaim","UtcNow":"2026-03-01T09:30:16Z","RandGuid":"9f1b0f5e-30a1-4a53-8f3e-5d8c2a0c6a11"}}}
        """;

    public const string Json = """
        {"Data":{"item":"\"{\\\"id\\\":\\\"c-42\\\",\\\"tenant\\\":\\\"t1\\\",\\\"n\\\":3,\\\"ok\\\":true,\\\"nested\\\":{\\\"a\\\":1},\\\"list\\\":[1,2]}\""},
         "Metadata":{"DequeueCount":"3","Id":"\"c-42\"","tenant":"\"t1\"","n":"\"3\"","ok":"\"True\"","when":"\"03/01/2026 10:00:00\"","nested":{"a":1},"sys":{}}}
        """;

    public const string Timer = """
        {"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"2026-03-01T09:30:00+00:00","Next":"2026-03-01T09:35:00+00:00","LastUpdated":"2026-03-01T09:30:00+00:00"},"IsPastDue":true}},
         "Metadata":{"sys":{"MethodName":"Sweep","UtcNow":"2026-03-01T09:35:00Z","RandGuid":"9f1b0f5e-30a1-4a53-8f3e-5d8c2a0c6a11"}}}
        """;
}
