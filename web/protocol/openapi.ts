/** Generated from docs/openapi.yaml by `npm run generate`: do not edit. */

export interface paths {
    "/api/v1/admin/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Accounts"];
                    };
                };
            };
        };
        put?: never;
        /** Add */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccountDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreatedAccount"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["AgentId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccountDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/accounts/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reset Password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["AgentId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OneTimePassword"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Calendars"];
                    };
                };
            };
        };
        put?: never;
        /** Add */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CalendarDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Calendar"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["CalendarId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CalendarDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Calendar"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        /** Delete */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["CalendarId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/calendars/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CalendarFile"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CalendarDays"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/canned-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shared */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CannedReplies"];
                    };
                };
            };
        };
        put?: never;
        /** Add Shared */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CannedReplyDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CannedReply"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/canned-replies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change Shared */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CannedReplyDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CannedReply"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        /** Delete Shared */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Categories"];
                    };
                };
            };
        };
        put?: never;
        /** Add */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CategoryDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Category"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["CategoryId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CategoryDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Category"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Groups"];
                    };
                };
            };
        };
        put?: never;
        /** Add */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GroupDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Group"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["GroupId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GroupDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Group"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/policies/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Latest */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublishedPolicy"];
                    };
                };
            };
        };
        /** Publish */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["JsonNode"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublishedPolicy"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Reasons"];
                    };
                };
            };
        };
        put?: never;
        /** Add */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Reason"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reasons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Reason"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sites"];
                    };
                };
            };
        };
        put?: never;
        /** Add */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SiteDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreatedSite"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["SiteId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SiteDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Site"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/sites/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Renew Secret */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["SiteId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SiteSecret"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/wrong-topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All */
        get: {
            parameters: {
                query?: {
                    days?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WrongTopics"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Catalogue */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Catalogue"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List */
        get: {
            parameters: {
                query?: {
                    agent?: components["schemas"]["AgentId"];
                    before?: components["schemas"]["ConversationId"];
                    customer?: components["schemas"]["CustomerId"];
                    group?: components["schemas"]["GroupId"];
                    limit?: number;
                    state?: string;
                    view?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConversationsPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffSnapshot"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/ask-to-end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask To End */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskToEndRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffView"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assign */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AssignRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffView"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/category": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change Category */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CategoryRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffView"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EndRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffView"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    before?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntriesPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MessageRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AckView"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NoteRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AckView"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/offer/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/offer/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeclineRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffView"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/pick": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pick */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/priority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set Priority */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PriorityRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffView"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Transfer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TransferRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffView"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/transfer/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Explanation"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["CustomerId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerCard"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/account-agent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Account Agent */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["CustomerId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccountAgent"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerCard"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "X-File-Name"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "*/*": string;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Attachment"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download */
        get: {
            parameters: {
                query?: {
                    size?: string;
                };
                header?: never;
                path: {
                    id: components["schemas"]["FileId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file, as a download or a re-encoded picture */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts */
        get: {
            parameters: {
                query?: {
                    agent?: components["schemas"]["AgentId"];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HandOverDrafts"];
                    };
                };
            };
        };
        put?: never;
        /** Hand Over */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HandOverRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HandOverResults"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Active */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Availability */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AvailabilityChange"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnAgent"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/canned-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mine */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CannedReplies"];
                    };
                };
            };
        };
        put?: never;
        /** Add Mine */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CannedReplyDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CannedReply"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/canned-replies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change Mine */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CannedReplyDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CannedReply"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        /** Delete Mine */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shifts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnShifts"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/swaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SwapRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShiftSwap"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/swaps/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Answer */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["SwapId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SwapReply"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShiftSwap"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Explanations"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Week */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RosterView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roster/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Give */
        get: {
            parameters: {
                query?: {
                    format?: string;
                    from?: string;
                    until?: string;
                    zone?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RosterFile"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roster/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RosterImport"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RosterImported"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roster/patterns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add Pattern */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ShiftPatternDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShiftPattern"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roster/patterns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change Pattern */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["PatternId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ShiftPatternDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShiftPattern"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        /** Delete Pattern */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["PatternId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roster/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ShiftDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Shift"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roster/shifts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ShiftId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ShiftDetails"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Shift"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        /** Delete */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ShiftId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Session */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
            };
        };
        put?: never;
        /** Sign In */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        /** Sign Out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change Password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordChange"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Preferences */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/team/{id}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Availability */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["AgentId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AvailabilityChanges"];
                    };
                };
            };
        };
        /** Set Availability */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["AgentId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AvailabilityChange"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AvailabilityChanges"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerView"][];
                    };
                };
            };
        };
        put?: never;
        /** Start */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StartRequest"];
                };
            };
            responses: {
                /** @description One was open already */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerSnapshot"];
                    };
                };
                /** @description Started */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerSnapshot"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerSnapshot"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/conversations/{id}/category": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change Category */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CategoryRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerView"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/conversations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/conversations/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    before?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntriesPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/conversations/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MessageRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AckView"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/conversations/{id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rate */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RatingRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerView"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/conversations/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resolve */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/conversations/{id}/unresolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unresolve */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ConversationId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UnresolveRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerView"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload By Customer */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "X-File-Name"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "*/*": string;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Attachment"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download By Customer */
        get: {
            parameters: {
                query?: {
                    size?: string;
                };
                header?: never;
                path: {
                    id: components["schemas"]["FileId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file, as a download or a re-encoded picture */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Accept-Language"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WidgetSessionRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WidgetSession"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            advisor?: boolean;
            /** Format: int32 */
            capacity?: number;
            created_at?: components["schemas"]["Instant"];
            email?: string;
            enabled?: boolean;
            groups?: components["schemas"]["GroupId"][];
            id?: components["schemas"]["AgentId"];
            memberships?: components["schemas"]["Membership"][];
            must_change_password?: boolean;
            name?: string;
            role?: components["schemas"]["Role"];
        };
        AccountAgent: {
            agent?: components["schemas"]["AgentId"];
        };
        AccountDetails: {
            advisor?: boolean;
            /** Format: int32 */
            capacity?: number;
            email?: string;
            enabled?: boolean;
            groups?: components["schemas"]["GroupId"][];
            memberships?: components["schemas"]["Membership"][];
            name?: string;
            role?: components["schemas"]["Role"];
        };
        Accounts: {
            items?: components["schemas"]["Account"][];
        };
        AckView: {
            at: components["schemas"]["Instant"];
            client_id: components["schemas"]["UUID"];
            conversation: components["schemas"]["ConversationId"];
            duplicate?: boolean;
            /** Format: int64 */
            public_seq?: number;
            /** Format: int64 */
            seq?: number;
        };
        /** @enum {string} */
        AgentChoice: "least_loaded" | "longest_idle" | "round_robin";
        /** Format: uuid */
        AgentId: string;
        AskToEndRequest: {
            summary?: string;
        };
        /** @enum {string} */
        AssignmentMode: "automatic" | "offer" | "manual";
        AssignmentPolicy: {
            account_agent_first?: boolean;
            choice?: components["schemas"]["AgentChoice"];
            last_agent_first?: boolean;
            mode?: components["schemas"]["AssignmentMode"];
            /** Format: int32 */
            offer_misses?: number;
            /** Format: int64 */
            offer_seconds?: number;
            rings?: components["schemas"]["Ring"][];
        };
        AssignRequest: {
            agent: components["schemas"]["AgentId"];
            override?: boolean;
        };
        Attachment: {
            /** Format: int32 */
            height?: number;
            id?: components["schemas"]["FileId"];
            name?: string;
            /** Format: int64 */
            size?: number;
            type?: string;
            /** Format: int32 */
            width?: number;
        };
        Author: {
            id?: components["schemas"]["UUID"];
            kind: string;
            name?: string;
        };
        /** @enum {string} */
        Availability: "ready" | "not_taking" | "on_break" | "away" | "off";
        AvailabilityChange: {
            availability?: components["schemas"]["Availability"];
            reason?: string;
        };
        AvailabilityChanges: {
            items: components["schemas"]["AvailabilityEntry"][];
        };
        AvailabilityEntry: {
            at: components["schemas"]["Instant"];
            availability: components["schemas"]["Availability"];
            by?: components["schemas"]["AgentId"];
            by_name?: string;
            reason?: string;
            why?: string;
        };
        Calendar: {
            days: components["schemas"]["CalendarDay"][];
            id: components["schemas"]["CalendarId"];
            name: string;
            weekly: {
                [key: string]: components["schemas"]["CalendarHours"][];
            };
            zone: string;
        };
        CalendarDay: {
            date: components["schemas"]["LocalDate"];
            hours: components["schemas"]["CalendarHours"][];
            name?: string;
        };
        CalendarDays: {
            items: components["schemas"]["CalendarDay"][];
        };
        CalendarDetails: {
            days?: components["schemas"]["CalendarDay"][];
            name: string;
            weekly: {
                [key: string]: components["schemas"]["CalendarHours"][];
            };
            zone: string;
        };
        CalendarFile: {
            hours: components["schemas"]["CalendarHours"][];
            text: string;
            zone: string;
        };
        CalendarHours: {
            from: string;
            to: string;
        };
        /** Format: uuid */
        CalendarId: string;
        Calendars: {
            items: components["schemas"]["Calendar"][];
        };
        CannedReplies: {
            items?: components["schemas"]["CannedReply"][];
        };
        CannedReply: {
            body?: string;
            enabled?: boolean;
            group?: components["schemas"]["GroupId"];
            id?: components["schemas"]["UUID"];
            language?: string;
            /** Format: int32 */
            position?: number;
            scope?: string;
            shortcut?: string;
            title?: string;
        };
        CannedReplyDetails: {
            body?: string;
            enabled?: boolean;
            group?: components["schemas"]["GroupId"];
            language?: string;
            /** Format: int32 */
            position?: number;
            shortcut?: string;
            title?: string;
        };
        Catalogue: {
            agents?: components["schemas"]["CatalogueAgent"][];
            break_reasons?: components["schemas"]["CatalogueReason"][];
            canned_replies?: components["schemas"]["CatalogueReply"][];
            categories?: components["schemas"]["CatalogueCategory"][];
            close_reasons?: components["schemas"]["CatalogueReason"][];
            decline_reasons?: components["schemas"]["CatalogueReason"][];
            groups?: components["schemas"]["CatalogueGroup"][];
            limits?: components["schemas"]["Limits"];
            sites?: components["schemas"]["CatalogueSite"][];
            transfer_reasons?: components["schemas"]["CatalogueReason"][];
        };
        CatalogueAgent: {
            advisor?: boolean;
            availability?: components["schemas"]["Availability"];
            availability_reason?: string;
            availability_since?: components["schemas"]["Instant"];
            /** Format: int32 */
            capacity?: number;
            connected?: boolean;
            enabled?: boolean;
            groups?: components["schemas"]["GroupId"][];
            id?: components["schemas"]["AgentId"];
            /** Format: int32 */
            load?: number;
            /** Format: int32 */
            missed_offers?: number;
            name?: string;
            role?: string;
            shift_ends_at?: components["schemas"]["Instant"];
        };
        CatalogueCategory: {
            enabled?: boolean;
            group?: components["schemas"]["GroupId"];
            id?: components["schemas"]["CategoryId"];
            names?: {
                [key: string]: string;
            };
        };
        CatalogueGroup: {
            enabled?: boolean;
            id?: components["schemas"]["GroupId"];
            names?: {
                [key: string]: string;
            };
            /** Format: int64 */
            stop_new_work_seconds?: number;
        };
        CatalogueReason: {
            code?: string;
            names?: {
                [key: string]: string;
            };
        };
        CatalogueReply: {
            body?: string;
            id?: components["schemas"]["UUID"];
            language?: string;
            scope?: string;
            shortcut?: string;
            title?: string;
        };
        CatalogueSite: {
            id?: components["schemas"]["SiteId"];
            name?: string;
        };
        Categories: {
            items?: components["schemas"]["Category"][];
        };
        Category: {
            enabled?: boolean;
            group?: components["schemas"]["GroupId"];
            id?: components["schemas"]["CategoryId"];
            names?: {
                [key: string]: string;
            };
            /** Format: int32 */
            position?: number;
        };
        CategoryDetails: {
            enabled?: boolean;
            group?: components["schemas"]["GroupId"];
            names?: {
                [key: string]: string;
            };
            /** Format: int32 */
            position?: number;
        };
        /** Format: uuid */
        CategoryId: string;
        CategoryRequest: {
            category: components["schemas"]["CategoryId"];
        };
        /** @enum {string} */
        Clock: "queue_alarm" | "overflow" | "queue_timeout" | "offer_timeout" | "reply_nudge" | "reply_alarm" | "reply_reassign" | "silent_after" | "reminder" | "system_end" | "confirmation_timeout" | "customer_gone" | "reopen_window" | "rating_window";
        ClockView: {
            clock: components["schemas"]["Clock"];
            due: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        ClosedAction: "park" | "refuse";
        ColleaguesShift: {
            agent: components["schemas"]["AgentId"];
            ends_at: components["schemas"]["Instant"];
            id: components["schemas"]["ShiftId"];
            starts_at: components["schemas"]["Instant"];
        };
        ConfirmationPolicy: {
            asked?: boolean;
            /** Format: int64 */
            timeout_seconds?: number;
        };
        /** Format: uuid */
        ConversationId: string;
        ConversationsPage: {
            items: components["schemas"]["StaffView"][];
            next?: components["schemas"]["ConversationId"];
        };
        CreatedAccount: {
            account?: components["schemas"]["Account"];
            password?: string;
        };
        CreatedSite: {
            secret?: string;
            site?: components["schemas"]["Site"];
        };
        CursorPlace: {
            /** Format: int64 */
            delivered: number;
            /** Format: int64 */
            read: number;
        };
        CursorsView: {
            customer: components["schemas"]["CursorPlace"];
            staff: components["schemas"]["CursorPlace"];
        };
        /** @enum {string} */
        CustomerAction: "send" | "leave" | "end" | "resolve" | "unresolve" | "rate" | "change_category";
        CustomerCard: {
            account_agent?: components["schemas"]["AgentId"];
            attributes: {
                [key: string]: string;
            };
            conversations: components["schemas"]["StaffView"][];
            created_at: components["schemas"]["Instant"];
            device?: string;
            email?: string;
            external_id?: string;
            id: components["schemas"]["CustomerId"];
            language?: string;
            last_seen_at: components["schemas"]["Instant"];
            name?: string;
            page?: string;
            site: components["schemas"]["SiteId"];
        };
        CustomerFace: {
            id: components["schemas"]["CustomerId"];
            identified: boolean;
            language?: string;
            name?: string;
        };
        /** Format: uuid */
        CustomerId: string;
        CustomerSnapshot: {
            ack?: components["schemas"]["AckView"];
            earlier: boolean;
            entries: components["schemas"]["EntryView"][];
            view: components["schemas"]["CustomerView"];
        };
        CustomerView: {
            agent?: components["schemas"]["Named"];
            category?: components["schemas"]["Named"];
            clocks: components["schemas"]["ClockView"][];
            cursors: components["schemas"]["CursorsView"];
            end_reason?: string;
            ended_at?: components["schemas"]["Instant"];
            follows?: components["schemas"]["ConversationId"];
            group: components["schemas"]["Named"];
            id: components["schemas"]["ConversationId"];
            may: components["schemas"]["CustomerAction"][];
            opened_at: components["schemas"]["Instant"];
            parked: boolean;
            parked_until?: components["schemas"]["Instant"];
            /** Format: int32 */
            position?: number;
            /** Format: int64 */
            public_seq: number;
            rating?: components["schemas"]["RatingView"];
            /** Format: int32 */
            round: number;
            state: components["schemas"]["State"];
            state_since: components["schemas"]["Instant"];
            unread: boolean;
        };
        /** @enum {string} */
        DayOfWeek: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
        DeclineRequest: {
            reason: string;
        };
        EndRequest: {
            reason: string;
        };
        EntriesPage: {
            earlier: boolean;
            entries: components["schemas"]["EntryView"][];
            later: boolean;
        };
        EntryView: {
            at: components["schemas"]["Instant"];
            attachments?: components["schemas"]["Attachment"][];
            body?: string;
            by: components["schemas"]["Author"];
            client_id?: components["schemas"]["UUID"];
            data?: {
                [key: string]: unknown;
            };
            kind: string;
            /** Format: int64 */
            public_seq?: number;
            /** Format: int64 */
            seq?: number;
        };
        Explanation: {
            agent?: components["schemas"]["AgentId"];
            conversation: components["schemas"]["ConversationId"];
            status: components["schemas"]["WhyStatus"];
            why?: components["schemas"]["Why"];
        };
        Explanations: {
            items: components["schemas"]["Explanation"][];
        };
        /** Format: uuid */
        FileId: string;
        Group: {
            calendar?: components["schemas"]["UUID"];
            enabled?: boolean;
            id?: components["schemas"]["GroupId"];
            names?: {
                [key: string]: string;
            };
            /** Format: int32 */
            position?: number;
        };
        GroupDetails: {
            calendar?: components["schemas"]["UUID"];
            enabled?: boolean;
            names?: {
                [key: string]: string;
            };
            /** Format: int32 */
            position?: number;
        };
        /** Format: uuid */
        GroupId: string;
        Groups: {
            items?: components["schemas"]["Group"][];
        };
        HandOverDraft: {
            conversation: components["schemas"]["StaffView"];
            last: components["schemas"]["HandOverLine"][];
        };
        HandOverDrafts: {
            items: components["schemas"]["HandOverDraft"][];
        };
        HandOverItem: {
            agent?: components["schemas"]["AgentId"];
            conversation: components["schemas"]["ConversationId"];
            note?: string;
            to: components["schemas"]["Receiver"];
        };
        HandOverLine: {
            by: string;
            name?: string;
            words: string;
        };
        HandOverRequest: {
            items: components["schemas"]["HandOverItem"][];
        };
        HandOverResult: {
            agent?: components["schemas"]["AgentId"];
            code?: string;
            conversation: components["schemas"]["ConversationId"];
            outcome: components["schemas"]["Outcome"];
        };
        HandOverResults: {
            items: components["schemas"]["HandOverResult"][];
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        JsonNode: unknown;
        LastWords: {
            at: components["schemas"]["Instant"];
            by: string;
            kind: string;
            text?: string;
        };
        Limits: {
            /** Format: int32 */
            file_bytes?: number;
            /** Format: int32 */
            message_characters?: number;
        };
        /**
         * Format: date
         * @example 2022-03-10
         */
        LocalDate: string;
        /**
         * Format: local-time
         * @example 13:45:30.123456789
         */
        LocalTime: string;
        Me: {
            account?: components["schemas"]["OwnAccount"];
            agent?: components["schemas"]["OwnAgent"];
            csrf?: string;
            groups?: components["schemas"]["GroupId"][];
            server_time?: components["schemas"]["Instant"];
        };
        Membership: {
            /** Format: int32 */
            ceiling?: number;
            group: components["schemas"]["GroupId"];
            /** Format: int32 */
            proficiency: number;
        };
        MessageRequest: {
            attachments?: string[];
            body?: string;
            client_id: components["schemas"]["UUID"];
        };
        Named: {
            id: components["schemas"]["UUID"];
            name?: string;
        };
        NoteRequest: {
            body: string;
            client_id: components["schemas"]["UUID"];
        };
        OneTimePassword: {
            password?: string;
        };
        /** @enum {string} */
        Outcome: "offered" | "queued" | "refused";
        OwnAccount: {
            advisor?: boolean;
            email?: string;
            id?: components["schemas"]["AgentId"];
            language?: string;
            must_change_password?: boolean;
            name?: string;
            preferences?: string;
            role?: string;
        };
        OwnAgent: {
            availability?: components["schemas"]["Availability"];
            availability_reason?: string;
            availability_since?: components["schemas"]["Instant"];
            /** Format: int32 */
            capacity?: number;
            /** Format: int32 */
            load?: number;
        };
        OwnShifts: {
            colleagues: components["schemas"]["ColleaguesShift"][];
            shifts: components["schemas"]["Shift"][];
            swaps: components["schemas"]["ShiftSwap"][];
        };
        PasswordChange: {
            current?: string;
            next?: string;
        };
        /** Format: uuid */
        PatternId: string;
        Policy: {
            assignment?: components["schemas"]["AssignmentPolicy"];
            confirmation?: components["schemas"]["ConfirmationPolicy"];
            presence?: components["schemas"]["PresencePolicy"];
            queue?: components["schemas"]["QueuePolicy"];
            rating?: components["schemas"]["RatingPolicy"];
            reply?: components["schemas"]["ReplyPolicy"];
            returning?: components["schemas"]["ReturnPolicy"];
            shift_end?: components["schemas"]["ShiftEndPolicy"];
            silence?: components["schemas"]["SilencePolicy"];
            transfer?: components["schemas"]["TransferPolicy"];
            typing_preview?: boolean;
        };
        Preferences: {
            language?: string;
            preferences?: components["schemas"]["JsonNode"];
        };
        PresencePolicy: {
            /** Format: int64 */
            grace_seconds?: number;
            /** Format: int64 */
            idle_away_seconds?: number;
        };
        PriorityRequest: {
            /** Format: int32 */
            priority: number;
        };
        PublishedPolicy: {
            body?: components["schemas"]["Policy"];
            /** Format: int32 */
            version?: number;
        };
        QueuePolicy: {
            /** Format: int64 */
            ageing_seconds?: number;
            /** Format: int64 */
            alarm_after_seconds?: number;
            /** Format: int32 */
            alarm_length?: number;
            closed_action?: components["schemas"]["ClosedAction"];
            ends_when_customer_gone?: boolean;
            /** Format: int32 */
            max_length?: number;
            /** Format: int64 */
            overflow_after_seconds?: number;
            overflow_groups?: components["schemas"]["GroupId"][];
            /** Format: int32 */
            reopen_length?: number;
            timeout_action?: components["schemas"]["TimeoutAction"];
            /** Format: int64 */
            timeout_after_seconds?: number;
        };
        RatingPolicy: {
            asked?: boolean;
            /** Format: int64 */
            window_seconds?: number;
        };
        RatingRequest: {
            comment?: string;
            /** Format: int32 */
            score: number;
        };
        RatingView: {
            comment?: string;
            /** Format: int32 */
            round: number;
            /** Format: int32 */
            score: number;
        };
        Reason: {
            code?: string;
            enabled?: boolean;
            id?: components["schemas"]["UUID"];
            kind?: components["schemas"]["ReasonKind"];
            names?: {
                [key: string]: string;
            };
            /** Format: int32 */
            position?: number;
        };
        ReasonDetails: {
            code?: string;
            enabled?: boolean;
            kind?: components["schemas"]["ReasonKind"];
            names?: {
                [key: string]: string;
            };
            /** Format: int32 */
            position?: number;
        };
        /** @enum {string} */
        ReasonKind: "close" | "transfer" | "decline" | "break";
        Reasons: {
            items?: components["schemas"]["Reason"][];
        };
        /** @enum {string} */
        Receiver: "agent" | "best" | "queue";
        Reminder: {
            /** Format: int64 */
            after_seconds?: number;
            texts?: {
                [key: string]: string;
            };
        };
        ReplyPolicy: {
            /** Format: int64 */
            alarm_after_seconds?: number;
            /** Format: int64 */
            alarm_repeat_seconds?: number;
            /** Format: int64 */
            nudge_after_seconds?: number;
            /** Format: int64 */
            reassign_after_seconds?: number;
        };
        ReturnPolicy: {
            /** Format: int64 */
            same_agent_seconds?: number;
            /** Format: int64 */
            same_conversation_seconds?: number;
        };
        Ring: {
            /** Format: int64 */
            after_seconds?: number;
            /** Format: int32 */
            least_proficiency?: number;
        };
        /** @enum {string} */
        Role: "agent" | "supervisor" | "admin";
        RosterFile: {
            format: components["schemas"]["RosterFormat"];
            text: string;
        };
        /** @enum {string} */
        RosterFormat: "csv" | "icalendar";
        RosterImport: {
            agent?: components["schemas"]["AgentId"];
            format?: components["schemas"]["RosterFormat"];
            text?: string;
            zone?: string;
        };
        RosterImported: {
            /** Format: int32 */
            added: number;
        };
        RosterRow: {
            id: components["schemas"]["AgentId"];
            name: string;
        };
        RosterView: {
            agents: components["schemas"]["RosterRow"][];
            patterns: components["schemas"]["ShiftPattern"][];
            shifts: components["schemas"]["Shift"][];
            swaps: components["schemas"]["ShiftSwap"][];
        };
        /** @enum {string} */
        Rule: "account_agent" | "last_agent" | "least_loaded" | "longest_idle" | "round_robin";
        Shift: {
            agent: components["schemas"]["AgentId"];
            ends_at: components["schemas"]["Instant"];
            id: components["schemas"]["ShiftId"];
            kind: components["schemas"]["ShiftKind"];
            note?: string;
            pattern?: components["schemas"]["PatternId"];
            starts_at: components["schemas"]["Instant"];
        };
        ShiftDetails: {
            agent?: components["schemas"]["AgentId"];
            ends_at?: components["schemas"]["Instant"];
            kind?: components["schemas"]["ShiftKind"];
            note?: string;
            starts_at?: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        ShiftEndAction: "ask" | "queue" | "nothing";
        ShiftEndPolicy: {
            action?: components["schemas"]["ShiftEndAction"];
            /** Format: int64 */
            stop_new_work_seconds?: number;
        };
        /** Format: uuid */
        ShiftId: string;
        /** @enum {string} */
        ShiftKind: "work" | "absence";
        ShiftPattern: {
            agent: components["schemas"]["AgentId"];
            from: components["schemas"]["LocalTime"];
            id: components["schemas"]["PatternId"];
            until: components["schemas"]["LocalTime"];
            valid_from: components["schemas"]["LocalDate"];
            valid_until?: components["schemas"]["LocalDate"];
            weekdays: components["schemas"]["DayOfWeek"][];
            zone: string;
        };
        ShiftPatternDetails: {
            agent?: components["schemas"]["AgentId"];
            from?: components["schemas"]["LocalTime"];
            until?: components["schemas"]["LocalTime"];
            valid_from?: components["schemas"]["LocalDate"];
            valid_until?: components["schemas"]["LocalDate"];
            weekdays?: components["schemas"]["DayOfWeek"][];
            zone?: string;
        };
        ShiftSwap: {
            asked_at: components["schemas"]["Instant"];
            decided_by?: components["schemas"]["AgentId"];
            from_agent: components["schemas"]["AgentId"];
            from_shift: components["schemas"]["ShiftId"];
            id: components["schemas"]["SwapId"];
            note?: string;
            state: components["schemas"]["SwapState"];
            to_agent: components["schemas"]["AgentId"];
            to_shift?: components["schemas"]["ShiftId"];
        };
        SignIn: {
            email?: string;
            password?: string;
        };
        SilencePolicy: {
            keeps_slot?: boolean;
            reminders?: components["schemas"]["Reminder"][];
            /** Format: int64 */
            silent_after_seconds?: number;
            /** Format: int64 */
            system_end_after_seconds?: number;
        };
        Site: {
            brand_color?: string;
            enabled?: boolean;
            greetings?: {
                [key: string]: string;
            };
            id?: components["schemas"]["SiteId"];
            key?: string;
            language?: string;
            name?: string;
            origins?: string[];
            /** Format: int32 */
            slots?: number;
        };
        SiteDetails: {
            brand_color?: string;
            enabled?: boolean;
            greetings?: {
                [key: string]: string;
            };
            key?: string;
            language?: string;
            name?: string;
            origins?: string[];
            /** Format: int32 */
            slots?: number;
        };
        /** Format: uuid */
        SiteId: string;
        Sites: {
            items?: components["schemas"]["Site"][];
        };
        SiteSecret: {
            secret?: string;
        };
        /** @enum {string} */
        StaffAction: "reply" | "note" | "pick" | "assign" | "transfer" | "ask_to_end" | "withdraw" | "end" | "change_category" | "set_priority";
        StaffSnapshot: {
            earlier: boolean;
            entries: components["schemas"]["EntryView"][];
            view: components["schemas"]["StaffView"];
        };
        StaffView: {
            agent?: components["schemas"]["AgentId"];
            /** Format: int32 */
            alarms: number;
            assigned_at?: components["schemas"]["Instant"];
            category?: components["schemas"]["CategoryId"];
            channel: string;
            clocks: components["schemas"]["ClockView"][];
            cursors: components["schemas"]["CursorsView"];
            customer: components["schemas"]["CustomerFace"];
            end_reason?: string;
            ended_at?: components["schemas"]["Instant"];
            follows?: components["schemas"]["ConversationId"];
            group: components["schemas"]["GroupId"];
            id: components["schemas"]["ConversationId"];
            last?: components["schemas"]["LastWords"];
            last_agent?: components["schemas"]["AgentId"];
            may: components["schemas"]["StaffAction"][];
            nudged: boolean;
            offered_to?: components["schemas"]["AgentId"];
            opened_at: components["schemas"]["Instant"];
            overflowed: boolean;
            owed_since?: components["schemas"]["Instant"];
            parked: boolean;
            parked_until?: components["schemas"]["Instant"];
            /** Format: int32 */
            policy_version: number;
            /** Format: int32 */
            position?: number;
            /** Format: int32 */
            priority: number;
            /** Format: int64 */
            public_seq: number;
            queue_alarmed: boolean;
            queued_since?: components["schemas"]["Instant"];
            quiet_since?: components["schemas"]["Instant"];
            rating?: components["schemas"]["RatingView"];
            /** Format: int32 */
            reminders_sent: number;
            /** Format: int32 */
            round: number;
            /** Format: int64 */
            seq: number;
            silent: boolean;
            site: components["schemas"]["SiteId"];
            state: components["schemas"]["State"];
            state_since: components["schemas"]["Instant"];
            transfer_offer?: components["schemas"]["TransferOffer"];
            unanswered_since?: components["schemas"]["Instant"];
            unattended: boolean;
            unread: boolean;
            /** Format: int32 */
            unresolved_count: number;
            waiting_since: components["schemas"]["Instant"];
        };
        StartRequest: {
            attachments?: string[];
            body?: string;
            category?: components["schemas"]["CategoryId"];
            client_id: components["schemas"]["UUID"];
            language?: string;
            page?: string;
        };
        /** @enum {string} */
        State: "queued" | "awaiting_agent" | "awaiting_customer" | "awaiting_confirmation" | "ended" | "system_ended";
        /** @enum {string} */
        SwapAnswer: "agree" | "decline" | "withdraw" | "approve" | "refuse";
        /** Format: uuid */
        SwapId: string;
        SwapReply: {
            answer?: components["schemas"]["SwapAnswer"];
        };
        SwapRequest: {
            in_return?: components["schemas"]["ShiftId"];
            note?: string;
            shift?: components["schemas"]["ShiftId"];
            to_agent?: components["schemas"]["AgentId"];
        };
        /** @enum {string} */
        SwapState: "asked" | "agreed" | "declined" | "withdrawn" | "approved" | "refused";
        /** @enum {string} */
        TimeoutAction: "end" | "park";
        TransferOffer: {
            by?: components["schemas"]["AgentId"];
            group: components["schemas"]["GroupId"];
            hand_over: boolean;
            note?: string;
            reason: string;
        };
        TransferPolicy: {
            /** Format: int64 */
            accept_seconds?: number;
            asks_receiver?: boolean;
            /** Format: int32 */
            bounce_limit?: number;
        };
        TransferRequest: {
            agent?: components["schemas"]["AgentId"];
            best?: boolean;
            group?: components["schemas"]["GroupId"];
            note?: string;
            override?: boolean;
            reason: string;
        };
        UnresolveRequest: {
            reason?: string;
            text?: string;
        };
        /** Format: uuid */
        UUID: string;
        /** @enum {string} */
        Verdict: "less_suitable" | "full" | "ceiling" | "ring" | "declined" | "missed" | "handed_back" | "excluded" | "stops_at" | "away" | "offline";
        Visitor: {
            id?: components["schemas"]["CustomerId"];
            identified?: boolean;
            name?: string;
        };
        Why: {
            chosen?: components["schemas"]["WhyChosen"];
            considered: components["schemas"]["WhyConsidered"][];
            /** Format: int32 */
            others: number;
        };
        WhyChosen: {
            agent: components["schemas"]["AgentId"];
            agent_name?: string;
            /** Format: int32 */
            capacity: number;
            idle_since?: components["schemas"]["Instant"];
            /** Format: int32 */
            load: number;
            rule: components["schemas"]["Rule"];
        };
        WhyConsidered: {
            agent: components["schemas"]["AgentId"];
            agent_name?: string;
            at?: components["schemas"]["Instant"];
            availability?: components["schemas"]["Availability"];
            /** Format: int32 */
            load?: number;
            /** Format: int32 */
            most?: number;
            verdict: components["schemas"]["Verdict"];
        };
        /** @enum {string} */
        WhyStatus: "waiting" | "offered" | "parked" | "manual" | "assigned" | "over";
        WidgetCategory: {
            closed: boolean;
            id: components["schemas"]["CategoryId"];
            name: string;
            opens_at?: components["schemas"]["Instant"];
        };
        WidgetSession: {
            categories?: components["schemas"]["WidgetCategory"][];
            conversations?: components["schemas"]["CustomerView"][];
            customer?: components["schemas"]["Visitor"];
            limits?: components["schemas"]["Limits"];
            site?: components["schemas"]["WidgetSite"];
            token?: string;
        };
        WidgetSessionRequest: {
            device?: string;
            identity?: string;
            language?: string;
            page?: string;
            site?: string;
            token?: string;
        };
        WidgetSite: {
            brand_color?: string;
            greeting?: string;
            language?: string;
            name?: string;
        };
        WrongTopic: {
            category?: components["schemas"]["CategoryId"];
            /** Format: int32 */
            count: number;
            examples: components["schemas"]["WrongTopicExample"][];
            from: components["schemas"]["GroupId"];
            to: components["schemas"]["GroupId"];
        };
        WrongTopicExample: {
            at: components["schemas"]["Instant"];
            conversation: components["schemas"]["ConversationId"];
            words?: string;
        };
        WrongTopics: {
            items: components["schemas"]["WrongTopic"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
