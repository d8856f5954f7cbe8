using Azure;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Tables;

public sealed class TableTransactionTests(Azurite azurite) : IAsyncLifetime
{
    readonly TableClient _table = new TableServiceClient(azurite.ConnectionString).GetTableClient($"t{Guid.NewGuid():N}");

    public async ValueTask InitializeAsync() => await _table.CreateIfNotExistsAsync();
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_kind_of_action_takes_part()
    {
        foreach (var key in new[] { "merge", "replace", "delete", "upsert" })
            await _table.AddEntityAsync(new TableEntity("村'一", key) { { "Old", 1 } });

        var etags = await _table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, New("add")),
            new(TableTransactionActionType.UpdateMerge, New("merge")),
            new(TableTransactionActionType.UpdateReplace, New("replace")),
            new(TableTransactionActionType.Delete, new TableEntity("村'一", "delete")),
            new(TableTransactionActionType.UpsertMerge, New("upsert")),
            new(TableTransactionActionType.UpsertReplace, New("fresh")),
        ]);

        etags.Count.ShouldBe(6);
        etags.Where((_, i) => i != 3).ShouldAllBe(e => e != default);
        var rows = new List<string>();
        await foreach (var row in _table.QueryAsync()) rows.Add($"{row.RowKey}:{string.Join('+', row.Keys.Order())}={row.GetString("新")}");
        rows.ShouldBe(["add:新=值", "fresh:新=值", "merge:Old+新=值", "replace:新=值", "upsert:Old+新=值"]);

        static TableEntity New(string key) => new("村'一", key) { { "新", "值" } };
    }

    [Fact]
    public async Task The_etag_of_an_action_serves_for_the_next_write()
    {
        var etags = await _table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r"))]);

        (await _table.UpdateEntityAsync(new TableEntity("p", "r") { { "N", 1 } }, etags[0])).Status.ShouldBe(204);
    }

    [Fact]
    public async Task One_refusal_undoes_all_and_names_the_action()
    {
        await _table.AddEntityAsync(new TableEntity("p", "there"));

        var refused = await Should.ThrowAsync<TableTransactionFailedException>(() => _table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("p", "new")),
            new(TableTransactionActionType.Add, new TableEntity("p", "there")),
        ]));

        refused.Status.ShouldBe(409);
        refused.ErrorCode.ShouldBe("EntityAlreadyExists");
        refused.FailedTransactionActionIndex.ShouldBe(1);
        (await _table.GetEntityIfExistsAsync("p", "new")).HasValue.ShouldBeFalse();
    }

    [Fact]
    public async Task A_stale_etag_undoes_all()
    {
        var added = await _table.AddEntityAsync(new TableEntity("p", "r") { { "N", 1 } });
        await _table.UpsertEntityAsync(new TableEntity("p", "r") { { "N", 2 } });

        var refused = await Should.ThrowAsync<RequestFailedException>(() => _table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "r") { { "N", 3 } }, added.Headers.ETag!.Value),
            new(TableTransactionActionType.Add, new TableEntity("p", "entry")),
        ]));

        refused.Status.ShouldBe(412);
        (await _table.GetEntityAsync("p", "r")).Value.GetInt32("N").ShouldBe(2);
        (await _table.GetEntityIfExistsAsync("p", "entry")).HasValue.ShouldBeFalse();
    }

    [Fact]
    public async Task What_the_service_would_refuse_is_refused_before_it_is_sent()
    {
        await Should.ThrowAsync<ArgumentException>(() => _table.SubmitTransactionAsync([]));
        await Should.ThrowAsync<ArgumentException>(() => _table.SubmitTransactionAsync(Enumerable.Range(0, 101).Select(n => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{n}")))));
        await Should.ThrowAsync<ArgumentException>(() => _table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r")), new(TableTransactionActionType.Add, new TableEntity("q", "r"))]));
    }
}
