namespace Shouwang.Recognizer.Protocol;

/// <summary>An error in the protocol's own shape: {"error":{"code":…,"message":…,"innererror":{…}}}.</summary>
sealed record ServiceError(string Code, string Message, InnerError? Innererror = null);

sealed record InnerError(string Code, string Message);

sealed record ErrorBody(ServiceError Error);

/// <summary>An error with its HTTP status.</summary>
sealed record Refusal(int Status, ServiceError Error, int? RetryAfterSeconds = null)
{
    public static Refusal Unauthorized() => new(401, new("401", "Access denied: the header Ocp-Apim-Subscription-Key is missing or does not hold this recogniser's key."));

    public static Refusal UnknownModel() => new(404, new("NotFound", "Resource not found.", new("ModelNotFound", "The requested model was not found. prebuilt-read and prebuilt-layout are served.")));

    public static Refusal UnknownOperation() => new(404, new("NotFound", "Resource not found.", new("OperationNotFound", "The requested operation was not found. Results are kept for a short time only.")));

    public static Refusal UnsupportedMedia(string message) => new(415, new("UnsupportedMediaType", message));

    public static Refusal Busy() => new(429, new("429", "Too many pages are waiting to be read. Retry after 2 seconds."), RetryAfterSeconds: 2);

    public static Refusal Invalid(string innerCode, string message) => new(400, new("InvalidRequest", "Invalid request.", new(innerCode, message)));
}
