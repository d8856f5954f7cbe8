using System.Text.Json;
using Azure;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Tables;

/// <summary>Against npm @azure/data-tables: what one writes the other reads.</summary>
public sealed class TableConformanceTests(Azurite azurite)
{
    readonly string _name = $"t{Guid.NewGuid():N}";

    [Fact]
    public async Task What_the_official_client_writes_we_read()
    {
        await Node.RunAsync("Functions/Tables/table-client.mjs", "write", azurite.ConnectionString, _name);
        var table = new TableServiceClient(azurite.ConnectionString).GetTableClient(_name);

        var row = (await table.GetEntityAsync("守望村 'A'", "行")).Value;
        row.GetString("Text").ShouldBe("一千二百元 “引号” 'x' 🌾");
        row.GetBoolean("Flag").ShouldBe(true);
        row.GetInt32("Int").ShouldBe(-7);
        row.GetInt64("Long").ShouldBe(9007199254740993);
        row.GetDouble("Double").ShouldBe(0.1);
        row.GetDouble("Whole").ShouldBe(3.0);
        row.GetDateTimeOffset("Time").ShouldBe(new DateTimeOffset(2026, 3, 1, 9, 30, 15, 123, TimeSpan.Zero));
        row.GetGuid("Id").ShouldBe(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"));
        row.GetBinary("Bytes").ShouldBe([0, 255, 7]);

        var count = 0;
        await foreach (var _ in table.QueryAsync(TableFilter.Create($"PartitionKey eq {"many"}"))) count++;
        count.ShouldBe(1001);
    }

    [Fact]
    public async Task What_we_write_the_official_client_reads()
    {
        var table = new TableServiceClient(azurite.ConnectionString).GetTableClient(_name);
        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(new TableEntity("守望村 'A'", "行")
        {
            { "Text", "一千二百元 “引号” 'x' 🌾" }, { "Flag", true }, { "Int", -7 }, { "Long", 9007199254740993 }, { "Double", 0.1 }, { "Whole", 3.0 },
            { "Time", new DateTimeOffset(2026, 3, 1, 17, 30, 15, 123, TimeSpan.FromHours(8)) }, { "Id", new Guid("0f8fad5b-d9cb-469f-a165-70867728950e") }, { "Bytes", new byte[] { 0, 255, 7 } },
        });
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("batch", "一") { { "N", 1 } }), new(TableTransactionActionType.UpsertReplace, new TableEntity("batch", "二") { { "N", 2 } })]);

        using var read = JsonDocument.Parse(await Node.RunAsync("Functions/Tables/table-client.mjs", "read", azurite.ConnectionString, _name));

        var row = read.RootElement.GetProperty("row");
        row.GetProperty("Text").GetString().ShouldBe("一千二百元 “引号” 'x' 🌾");
        row.GetProperty("Flag").GetBoolean().ShouldBeTrue();
        row.GetProperty("Int").GetInt32().ShouldBe(-7);
        row.GetProperty("Long").GetString().ShouldBe("bigint 9007199254740993");
        row.GetProperty("Double").GetDouble().ShouldBe(0.1);
        row.GetProperty("Whole").GetDouble().ShouldBe(3);
        row.GetProperty("Time").GetString().ShouldBe("2026-03-01T09:30:15.123Z");
        row.GetProperty("Id").GetString().ShouldBe("Guid 0f8fad5b-d9cb-469f-a165-70867728950e");
        row.GetProperty("Bytes").GetString().ShouldBe("bytes 0,255,7");
        read.RootElement.GetProperty("batch").EnumerateArray().Select(r => r.GetString()).ShouldBe(["一=1", "二=2"]);
    }

    [Fact]
    public async Task An_etag_of_one_client_holds_for_the_other()
    {
        var table = new TableServiceClient(azurite.ConnectionString).GetTableClient(_name);
        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { { "N", 1 } });
        var before = (await table.GetEntityAsync("p", "r")).Value.ETag;

        var after = await Node.RunAsync("Functions/Tables/table-client.mjs", "update", azurite.ConnectionString, _name, before.ToString("H"));

        (await Should.ThrowAsync<RequestFailedException>(() => table.UpdateEntityAsync(new TableEntity("p", "r") { { "N", 3 } }, before))).Status.ShouldBe(412);
        (await table.UpdateEntityAsync(new TableEntity("p", "r") { { "N", 4 } }, new ETag(after.Trim()))).Status.ShouldBe(204);
    }
}
