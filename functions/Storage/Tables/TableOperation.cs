using Azure;
using Azure.Core;

namespace Shouwang.Functions.Storage.Tables;

/// <summary>One write as a request: the same for a call of its own and for a part of a transaction.</summary>
readonly record struct TableOperation(RequestMethod Method, string Address, ReadOnlyMemory<byte>? Body, string? IfMatch)
{
    static readonly RequestMethod s_merge = new("MERGE");

    public static TableOperation Of(string table, TableTransactionAction action)
    {
        var entity = action.Entity;
        string Row() => TableKey.Address(table, entity.PartitionKey, entity.RowKey);
        string Match() => (action.ETag == default ? ETag.All : action.ETag).ToString("H");
        return action.ActionType switch
        {
            TableTransactionActionType.Add => new(RequestMethod.Post, $"/{table}", TableEntityJson.Write(entity), null),
            TableTransactionActionType.UpsertMerge => new(s_merge, Row(), TableEntityJson.Write(entity), null),
            TableTransactionActionType.UpsertReplace => new(RequestMethod.Put, Row(), TableEntityJson.Write(entity), null),
            TableTransactionActionType.UpdateMerge => new(s_merge, Row(), TableEntityJson.Write(entity), Match()),
            TableTransactionActionType.UpdateReplace => new(RequestMethod.Put, Row(), TableEntityJson.Write(entity), Match()),
            TableTransactionActionType.Delete => new(RequestMethod.Delete, Row(), null, Match()),
        };
    }
}
