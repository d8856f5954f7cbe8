using Azure;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Tables;

public sealed class TableClientTests(Azurite azurite) : IAsyncLifetime
{
    readonly TableClient _table = new TableServiceClient(azurite.ConnectionString).GetTableClient($"t{Guid.NewGuid():N}");

    public async ValueTask InitializeAsync() => await _table.CreateIfNotExistsAsync();
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Creating_a_table_twice_is_no_error()
    {
        await _table.CreateIfNotExistsAsync();

        (await _table.AddEntityAsync(new TableEntity("p", "r"))).Status.ShouldBe(204);
    }

    [Fact]
    public async Task A_row_comes_back_as_it_was_written()
    {
        var now = new DateTimeOffset(2026, 3, 1, 9, 30, 15, TimeSpan.Zero).AddTicks(1234567);
        var id = Guid.NewGuid();
        await _table.AddEntityAsync(new TableEntity("守望村", "行'键")
        {
            { "Text", "赔付 “一千二百元” <&>" }, { "Empty", "" }, { "Flag", true }, { "Int", int.MinValue }, { "Long", long.MaxValue },
            { "Double", 1.0 }, { "Nan", double.NaN }, { "Time", now }, { "Id", id }, { "Bytes", new byte[] { 0, 255, 7 } }, { "Nothing", null },
        });

        var row = (await _table.GetEntityAsync("守望村", "行'键")).Value;

        row.PartitionKey.ShouldBe("守望村");
        row.RowKey.ShouldBe("行'键");
        row.GetString("Text").ShouldBe("赔付 “一千二百元” <&>");
        row.GetString("Empty").ShouldBe("");
        row.GetBoolean("Flag").ShouldBe(true);
        row.GetInt32("Int").ShouldBe(int.MinValue);
        row.GetInt64("Long").ShouldBe(long.MaxValue);
        row.GetDouble("Double").ShouldBe(1.0);
        row.GetDouble("Nan").ShouldBe(double.NaN);
        row.GetDateTimeOffset("Time").ShouldBe(now);
        row.GetGuid("Id").ShouldBe(id);
        row.GetBinary("Bytes").ShouldBe([0, 255, 7]);
        row.ContainsKey("Nothing").ShouldBeFalse();
        row.GetString("Nothing").ShouldBeNull();
        row.Count.ShouldBe(10);
        row.ETag.ShouldNotBe(default);
        row.Timestamp.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_row_that_is_there_cannot_be_added_again()
    {
        await _table.AddEntityAsync(new TableEntity("p", "r"));

        var refused = await Should.ThrowAsync<RequestFailedException>(() => _table.AddEntityAsync(new TableEntity("p", "r")));

        refused.Status.ShouldBe(409);
        refused.ErrorCode.ShouldBe("EntityAlreadyExists");
    }

    [Fact]
    public async Task An_error_does_not_repeat_keys_or_values()
    {
        await _table.AddEntityAsync(new TableEntity("p", "320281196001012345") { { "Name", "吕海金" } });

        var refused = await Should.ThrowAsync<RequestFailedException>(() => _table.AddEntityAsync(new TableEntity("p", "320281196001012345") { { "Name", "吕海金" } }));

        refused.ToString().ShouldNotContain("320281196001012345");
        refused.ToString().ShouldNotContain("吕海金");
        refused.Message.ShouldContain(_table.Name);
    }

    [Fact]
    public async Task A_row_that_is_not_there_has_no_value()
    {
        (await _table.GetEntityIfExistsAsync("p", "none")).HasValue.ShouldBeFalse();
        (await Should.ThrowAsync<RequestFailedException>(() => _table.GetEntityAsync("p", "none"))).Status.ShouldBe(404);
        (await _table.DeleteEntityAsync("p", "none")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Merge_keeps_what_it_does_not_name_and_replace_does_not()
    {
        await _table.AddEntityAsync(new TableEntity("p", "r") { { "A", 1 }, { "B", 2 } });

        await _table.UpsertEntityAsync(new TableEntity("p", "r") { { "B", 3 } });
        var merged = (await _table.GetEntityAsync("p", "r")).Value;
        await _table.UpsertEntityAsync(new TableEntity("p", "r") { { "B", 4 } }, TableUpdateMode.Replace);
        var replaced = (await _table.GetEntityAsync("p", "r")).Value;

        (merged.GetInt32("A"), merged.GetInt32("B")).ShouldBe((1, 3));
        (replaced.GetInt32("A"), replaced.GetInt32("B")).ShouldBe((null, 4));
    }

    [Fact]
    public async Task An_update_with_a_stale_etag_is_refused()
    {
        await _table.AddEntityAsync(new TableEntity("p", "r") { { "N", 1 } });
        var first = (await _table.GetEntityAsync("p", "r")).Value;
        await _table.UpdateEntityAsync(new TableEntity("p", "r") { { "N", 2 } }, first.ETag, TableUpdateMode.Replace);

        var refused = await Should.ThrowAsync<RequestFailedException>(() => _table.UpdateEntityAsync(new TableEntity("p", "r") { { "N", 3 } }, first.ETag, TableUpdateMode.Replace));

        refused.Status.ShouldBe(412);
        refused.ErrorCode.ShouldBe("UpdateConditionNotSatisfied");
        (await _table.GetEntityAsync("p", "r")).Value.GetInt32("N").ShouldBe(2);
    }

    [Fact]
    public async Task The_etag_of_a_write_serves_for_the_next()
    {
        var added = await _table.AddEntityAsync(new TableEntity("p", "r") { { "N", 1 } });
        var updated = await _table.UpdateEntityAsync(new TableEntity("p", "r") { { "N", 2 } }, added.Headers.ETag!.Value);

        (await _table.DeleteEntityAsync("p", "r", updated.Headers.ETag!.Value)).Status.ShouldBe(204);
        (await _table.GetEntityIfExistsAsync("p", "r")).HasValue.ShouldBeFalse();
    }

    [Fact]
    public async Task A_delete_with_a_stale_etag_is_refused()
    {
        var added = await _table.AddEntityAsync(new TableEntity("p", "r"));
        await _table.UpsertEntityAsync(new TableEntity("p", "r") { { "N", 1 } });

        (await Should.ThrowAsync<RequestFailedException>(() => _table.DeleteEntityAsync("p", "r", added.Headers.ETag!.Value))).Status.ShouldBe(412);
    }

    [Theory]
    [InlineData("a/b"), InlineData("a\\b"), InlineData("a#b"), InlineData("a?b"), InlineData("a\nb")]
    public async Task A_key_the_service_would_refuse_is_named_without_being_shown(string key)
    {
        var refused = await Should.ThrowAsync<ArgumentException>(() => _table.AddEntityAsync(new TableEntity("p", key)));

        refused.Message.ShouldContain("row key");
        refused.Message.ShouldNotContain(key);
    }

    [Fact]
    public void A_type_the_service_does_not_have_is_refused_at_once() =>
        Should.Throw<NotSupportedException>(() => new TableEntity("p", "r") { { "Amount", 12.5m } }).Message.ShouldBe("Amount: the Table service has no type for Decimal.");
}
